-- Lists of states for verifiers without a line (IETF Token Status List): a place in its issuer's list says nothing of the licence.

-- How many places an issuer's list has; it doubles when half of them are given.
create table lic.status_list (
    issuer text primary key,                   -- credit code
    places integer not null check (places between 65536 and 16777216)
);

-- The place of a version, given when its holder first takes it along; drawn at random, never given twice.
create table lic.status_place (
    issuer   text not null,
    place    integer not null,
    id       text not null,
    holder   bytea not null,                   -- the licence's first
    version  integer not null,
    given_at timestamptz not null,
    primary key (issuer, place),
    unique (id, version)
);

create function lic.status_places(by_issuer text) returns integer
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    insert into lic.status_list as s values (by_issuer, 65536) on conflict (issuer) do update set places = s.places returning places;
end;

-- The holder takes a licence along: the place of its present version, one of these where it has none yet; null: these are all given.
create function lic.take_along(who lic.caller, now timestamptz, which text, drawn integer[]) returns table (outcome text, version integer, place integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    l lic.licence;
    its_place integer;
    verdict text;
begin
    select h.* into l from lic.held(who.self) h where h.id = which limit 1;
    verdict := case when l.id is null then 'unknown' when lic.state_on(l, lic.day(now)) <> 'valid' then 'not-in-force' else 'ok' end;
    if verdict = 'ok' then
        perform pg_advisory_xact_lock(hashtextextended(l.id, 0));
        its_place := (select p.place from lic.status_place p where p.id = l.id and p.version = l.version);
        if its_place is null then
            insert into lic.status_place as p
            select l.issuer, d, l.id, l.holder, l.version, now from unnest(drawn) d
            where not exists (select from lic.status_place o where o.issuer = l.issuer and o.place = d) limit 1
            on conflict do nothing returning p.place into its_place;
            update lic.status_list s set places = least(s.places * 2, 16777216)
            where s.issuer = l.issuer and (select count(*) from lic.status_place o where o.issuer = l.issuer) * 2 > s.places;
        end if;
    end if;
    perform lic.note(who, now, 'take-along', verdict, 'holder-live', null, null, who.self, which, l.type, null, null);
    return query select verdict, l.version, its_place;
end $$;

-- The places whose licence is not in force today: 1 over for good, 2 suspended. What is over by time its own last day says.
create function lic.status_of(by_issuer text, now timestamptz) returns table (place integer, state integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.place, case when p.version = l.version and l.state = 'suspended' then 2 else 1 end
    from lic.status_place p join lic.licence l on l.id = p.id and l.holder = p.holder
    where p.issuer = by_issuer and (p.version < l.version or (l.state <> 'valid' and l.effective_on <= lic.day(now)))
$$;
