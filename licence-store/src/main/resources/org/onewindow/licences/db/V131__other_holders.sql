-- A renewal keeps the holders. Where an issuer names others they hold one of their own under the number (lic.reissue), so that whoever left
-- opens what they held and nothing of what came after; whom a company's licence names to act for it may change from version to version.

-- Renewals of before that named others left the list of holders as it was: who left could open nothing any more, who came found nothing.
with wrong as (
    select l.id, l.holder as "first", f.key_holders as before, v.key_holders as since
    from lic.licence l join lic.version v on v.id = l.id and v.holder = l.holder and v.version = l.version
        cross join lateral (select o.key_holders from lic.version o where o.id = l.id and o.holder = l.holder order by o.version limit 1) f
    where l.version > 1 and not (v.key_holders <@ f.key_holders and v.key_holders @> f.key_holders)),
gone as (
    delete from lic.co_holder c using wrong w
    where c.id = w.id and c.role = 'holder' and c.holder = any (w.before) and c.holder <> all (w.since))
insert into lic.co_holder select s, w.id, w."first", 'holder' from wrong w, unnest(w.since) s where s <> w."first" on conflict do nothing;

create index co_holder_representative on lic.co_holder (id) where role = 'legal-representative';

-- The next version under the same number, for the same holders. representatives: whom it names to act for the company; null: a node that is
-- older than this file says nothing of them, and they stay.
drop function lic.renew(lic.caller, timestamptz, bytea, text, lic.version, timestamptz);
create function lic.renew(who lic.caller, now timestamptz, which bytea, by_issuer text, v lic.version, as_of timestamptz, representatives bytea[] default null)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case when l.id is null or l.issuer <> by_issuer or l.id <> v.id then 'unknown'
                    when as_of < l.source_as_of then 'stale'
                    when l.state not in ('valid', 'suspended') then 'wrong-state'
                    when l.version >= 999 then 'used-up'
                    when v.version <> l.version + 1 then 'conflict'
                    when not exists (select from lic.version o where o.id = l.id and o.holder = l.holder and o.version = l.version
                        and o.key_holders <@ v.key_holders and o.key_holders @> v.key_holders) then 'conflict'
                    else 'ok' end;
    if verdict = 'ok' then
        v.holder := l.holder;
        v.recorded_at := now;
        v.recorded_by := who.subject;
        insert into lic.version select v.*;
        update lic.licence o set version = v.version, valid_to = v.valid_to, issued_on = v.issued_on, source_as_of = as_of, state = 'valid', reason = null, effective_on = null
        where o.id = l.id and o.holder = l.holder;
        if representatives is not null then
            delete from lic.co_holder c where c.id = l.id and c.role = 'legal-representative';
            insert into lic.co_holder select distinct c, l.id, l.holder, 'legal-representative' from unnest(representatives) c;
        end if;
    end if;
    perform lic.note(who, now, 'renew', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- As before, with who holds the present version, and what is refused said as a renewal says it.
create or replace function lic.pull_of(which bytea, by_issuer text)
returns table (id text, version integer, state text, source_as_of timestamptz, holders bytea[], said bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(which, 'hex'), 0));
    perform from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder where n.number = which for update of l;
    return query select l.id, l.version, l.state, l.source_as_of, v.key_holders, p.said
        from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder
            join lic.version v on v.id = l.id and v.holder = l.holder and v.version = l.version
            left join lic.pull p on p.id = l.id and p.version = l.version and p.holder = l.holder
        where n.number = which and l.issuer = by_issuer;
end $$;

create or replace function lic.reissue(who lic.caller, now timestamptz, l lic.licence, v lic.version, supersedes bytea, co_holders bytea[], representatives bytea[])
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before lic.licence;
    verdict text;
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(l.number, 'hex'), 0));
    select o.* into before from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = l.number for update of o;
    verdict := case when before.id is null or before.issuer <> l.issuer then 'unknown'
                    when l.source_as_of < before.source_as_of then 'stale'
                    when before.state not in ('valid', 'suspended') then 'wrong-state'
                    when before.version >= 999 then 'used-up'
                    when l.version <> before.version + 1 then 'conflict' else 'ok' end;
    if verdict = 'ok' then
        update lic.licence o set state = 'superseded', superseded_by = l.id, effective_on = lic.day(now)
        where o.id = before.id and o.holder = before.holder;
        update lic.number n set id = l.id, holder = l.holder where n.number = l.number;
        insert into lic.licence select l.*;
        insert into lic.version select v.*;
        insert into lic.co_holder select c, l.id, l.holder, 'holder' from unnest(co_holders) c;
        insert into lic.co_holder select c, l.id, l.holder, 'legal-representative' from unnest(representatives) c;
    end if;
    perform lic.note(who, now, 'reissue', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;
