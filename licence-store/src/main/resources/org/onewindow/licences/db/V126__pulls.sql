-- Licences that the hub asks their issuers for: who asked, for whom, and what the issuer said.

-- What an issuer said when it was asked, by the version that it became. The same said again makes no other version.
create table lic.pull (
    id           text not null,
    holder       bytea not null,                -- the licence's first
    version      integer not null,
    said         bytea not null check (octet_length(said) = 32), -- keyed hash of what stood on it
    department   text not null,
    pulled_at    timestamptz not null,
    confirmed_at timestamptz not null,          -- when it last said the same
    primary key (id, version, holder)
) partition by hash (holder);
do $$
begin
    for i in 0 .. 15 loop
        execute format('create table lic.pull_%s partition of lic.pull for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;

-- Whether somebody may have an issuer asked about somebody: about themself; the hub for an open case that names them.
create function lic.ask_issuer(who lic.caller, now timestamptz, whose bytea, wanted text, which_case text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case
        when who.self = whose then 'ok'
        when who.client <> 'hub' or who.self is not null or which_case is null or not lic.case_names(which_case, whose) then 'no-purpose'
        else 'ok' end;
    perform lic.note(who, now, 'ask-issuer', verdict, null, null, null, whose, null, wanted, which_case, null);
    return verdict;
end $$;

-- What came of asking, where nothing is kept of it.
create function lic.issuer_said(who lic.caller, now timestamptz, whose bytea, wanted text, which_case text, said text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    select lic.note(who, now, 'issuer-said', said, null, null, null, whose, null, wanted, which_case, null);
end;

-- The licence under a number, and what its issuer said of its present version when it was asked; no content.
create function lic.pull_of(which bytea, by_issuer text) returns table (id text, version integer, said bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select l.id, l.version, p.said from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder
        left join lic.pull p on p.id = l.id and p.version = l.version and p.holder = l.holder
    where n.number = which and l.issuer = by_issuer;
end;

-- The issuer says that it stands as its present version does: from now on that is its last word. What is revoked or cancelled stays so.
create function lic.keep_pull(who lic.caller, now timestamptz, which bytea, by_issuer text, its_said bytea, by_department text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case when l.id is null or l.issuer <> by_issuer then 'unknown'
                    when l.state not in ('valid', 'suspended') then 'wrong-state' else 'ok' end;
    if verdict = 'ok' then
        insert into lic.pull as p values (l.id, l.holder, l.version, its_said, by_department, now, now)
        on conflict (id, version, holder) do update set confirmed_at = now where p.said = excluded.said;
        update lic.licence o set source_as_of = greatest(o.source_as_of, now), state = 'valid', reason = null, effective_on = null
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, 'pull', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;
