-- Lists of states for verifiers without a line (IETF Token Status List): a place in its issuer's list says nothing of the licence.

-- How many places an issuer's list has; it doubles when more than half of those that are drawn are given.
create table lic.status_list (
    issuer text primary key,                   -- credit code
    places integer not null check (places between 65536 and 16777216)
);

-- The place of one token, drawn at random, so that two tokens of a licence have nothing in common. It is another's a day after the token is
-- over at the earliest: a verifier may still have the list of that day.
create table lic.status_place (
    issuer  text not null,
    place   integer not null,
    id      text not null,
    holder  bytea not null,                    -- the licence's first
    version integer not null,
    until   timestamptz not null,              -- when the token is over
    primary key (issuer, place)
);
create index status_place_of_licence on lic.status_place (id, until);
create index status_place_over on lic.status_place (until);

create function lic.status_lists() returns table (issuer text, places integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query select s.issuer, s.places from lic.status_list s;
end $$;

-- The holder takes a licence along, until then at the latest. What of the numbers drawn is a place that nobody has becomes its own.
create function lic.take_along(who lic.caller, now timestamptz, which text, latest timestamptz, online_only boolean, known_for interval, drawn integer[])
returns table (outcome text, issuer text, place integer, until timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    l lic.licence;
    its_end timestamptz;
    size integer;
    free integer[];
    its_place integer;
    verdict text;
begin
    select h.* into l from lic.held(who.self) h where h.id = which limit 1;
    perform pg_advisory_xact_lock(hashtextextended(l.id, 0));
    -- neither past its last day nor past what its issuer's last word is good for
    its_end := least(latest, l.source_as_of + known_for, (l.valid_to + 1)::timestamp at time zone 'Asia/Shanghai');
    verdict := case when l.id is null then 'unknown'
                    when online_only then 'online-only'
                    when lic.state_on(l, lic.day(now)) <> 'valid' or its_end <= now then 'not-in-force'
                    when (select count(*) from lic.status_place p where p.id = l.id and p.until > now) >= 20 then 'too-many'
                    else 'ok' end;
    if verdict = 'ok' then
        delete from lic.status_place p
        using (select o.issuer, o.place from lic.status_place o where o.until < now - interval '1 day' limit 64 for update skip locked) over_now
        where p.issuer = over_now.issuer and p.place = over_now.place;
        size := (select s.places from lic.status_list s where s.issuer = l.issuer);
        if size is null then
            size := 65536;
            insert into lic.status_list values (l.issuer, size) on conflict do nothing;
        end if;
        free := array(select d % size from unnest(drawn) d
            where not exists (select from lic.status_place o where o.issuer = l.issuer and o.place = d % size));
        insert into lic.status_place as p select l.issuer, f, l.id, l.holder, l.version, its_end from unnest(free) f limit 1
        on conflict do nothing returning p.place into its_place;
        verdict := case when its_place is null then 'no-place' else 'ok' end;
        if cardinality(free) * 2 < cardinality(drawn) then
            update lic.status_list s set places = size * 2 where s.issuer = l.issuer and s.places = size and size < 16777216;
        end if;
    end if;
    perform lic.note(who, now, 'take-along', verdict, 'holder-live', null, null, who.self, which, l.type, null, null);
    return query select verdict, l.issuer, its_place, its_end;
end $$;

-- The places whose licence is not in force today: 1 over for good, 2 suspended. What is over by time its token says.
create function lic.status_of(by_issuer text, now timestamptz) returns table (place integer, state integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query select p.place, case when p.version = l.version and l.state = 'suspended' then 2 else 1 end
    from lic.status_place p join lic.licence l on l.id = p.id and l.holder = p.holder
    where p.issuer = by_issuer and p.until > now and (p.version < l.version or (l.state <> 'valid' and l.effective_on <= lic.day(now)));
end $$;
