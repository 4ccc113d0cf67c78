-- What issuers tell: who is to hear of it, what becomes of it where the store has the number, and how it is called.

-- Licences that came in force and of which the cases that lack them were not told (系统感知). Written by the transaction that brings them and
-- gone with the one in which the cases are told: whatever dies in between, it is told, at the worst twice.
create table lic.arrival (
    seq    bigint generated always as identity primary key,
    id     text not null,
    holder bytea not null                       -- the licence's first
);

create function lic.note_arrival() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    insert into lic.arrival (id, holder) values (new.id, new.holder);
    return null;
end $$;
-- a stock of before is no news
create trigger arrives after insert on lic.licence for each row
    when (new.state = 'valid' and new.source <> 'converted') execute function lic.note_arrival();
create trigger arrives_again after update of version, state on lic.licence for each row
    when (new.state = 'valid' and (old.state <> 'valid' or old.version <> new.version)) execute function lic.note_arrival();

-- The first that nobody else tells of just now; the transaction of the caller must end only when the cases know. Holders: as it names them now.
create function lic.next_arrival(now timestamptz) returns table (type text, holders bytea[], in_force boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query
        with taken as (
            delete from lic.arrival a
            where a.seq = (select b.seq from lic.arrival b order by b.seq limit 1 for update skip locked)
            returning a.id, a.holder)
        select l.type, v.key_holders, lic.state_on(l, lic.day(now)) = 'valid'
        from taken t join lic.licence l on l.id = t.id and l.holder = t.holder
            join lic.version v on v.id = l.id and v.holder = l.holder and v.version = l.version;
end $$;

-- The issuer says, asked or not, that it stands as its present version does: from now on that is its last word, unless a later one came
-- meanwhile. What is revoked or cancelled stays so. how: pull or push.
create function lic.keep_word(who lic.caller, now timestamptz, which bytea, by_issuer text, its_said bytea, by_department text, as_of timestamptz, how text)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case when l.id is null or l.issuer <> by_issuer then 'unknown'
                    when as_of < l.source_as_of then 'stale'
                    when l.state not in ('valid', 'suspended') then 'wrong-state' else 'ok' end;
    if verdict = 'ok' then
        insert into lic.pull as p (id, holder, version, said, department, pulled_at, confirmed_at)
        values (l.id, l.holder, l.version, its_said, by_department, now, now)
        on conflict (id, version, holder) do update set confirmed_at = excluded.confirmed_at;
        update lic.licence o set source_as_of = as_of, state = 'valid', reason = null, effective_on = null
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, how, verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- For nodes that are older than this file; that cases are to be told stands in lic.arrival now.
create or replace function lic.keep_pull(who lic.caller, now timestamptz, which bytea, by_issuer text, its_said bytea, by_department text, as_of timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    return lic.keep_word(who, now, which, by_issuer, its_said, by_department, as_of, 'pull');
end $$;

-- What stands in the serial of the identifiers that the hub makes under a number: its digits and capitals alone were not its own where two
-- numbers differ in their Chinese characters. Identifiers that were given stay, and so do their renewals.
alter table lic.number add column serial text not null default 'digits' check (serial in ('digits', 'own'));
alter table lic.number alter column serial set default 'own';

-- Which version of a number comes next, and what its serial is made of. Until the transaction ends nobody else issues one of this number,
-- nor one in the place of the other.
create function lic.place_of(which bytea, supersedes bytea) returns table (version integer, serial text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    locked bytea;
begin
    for locked in select n from unnest(array[which, supersedes]) n where n is not null order by n loop
        perform pg_advisory_xact_lock(hashtextextended(encode(locked, 'hex'), 0));
    end loop;
    return query select coalesce(max(l.version), 0) + 1, coalesce(max(n.serial), 'own')
        from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder where n.number = which;
end $$;

-- Issues one; where it takes another's place, both happen or neither. A case may issue a number again: its versions go on.
create or replace function lic.issue(who lic.caller, now timestamptz, l lic.licence, v lic.version, supersedes bytea, co_holders bytea[], representatives bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before record;
    due integer;
begin
    due := (select p.version from lic.place_of(l.number, supersedes) p);
    if l.case_number is not null then
        insert into lic.issued_by_case values (l.case_number, l.type, l.id, l.holder) on conflict do nothing;
        if not found then
            return 'issued-before';
        end if;
    elsif due > 1 then
        return 'exists';
    end if;
    -- nodes that are older than this file know the first only
    if l.version not in (1, due) then
        raise exception 'the next version under this number is %, not %', due, l.version;
    end if;
    l.recorded_at := now;
    if l.case_number is not null then
        -- what a case has issued is in force, whatever day its department's clock shows
        l.valid_from := least(l.valid_from, lic.day(now));
    end if;
    v.id := l.id;
    v.holder := l.holder;
    v.version := l.version;
    v.issued_on := l.issued_on;
    v.valid_to := l.valid_to;
    v.recorded_at := now;
    v.recorded_by := who.subject;
    for before in select n.* from lic.number n where n.number in (l.number, supersedes) loop
        update lic.licence o set state = 'superseded', superseded_by = l.id, effective_on = lic.day(now)
        where o.id = before.id and o.holder = before.holder and o.state in ('valid', 'suspended');
    end loop;
    insert into lic.number (number, id, holder) values (l.number, l.id, l.holder)
    on conflict (number) do update set id = excluded.id, holder = excluded.holder;
    insert into lic.licence select l.*;
    insert into lic.version select v.*;
    insert into lic.co_holder select c, l.id, l.holder, 'holder' from unnest(co_holders) c;
    insert into lic.co_holder select c, l.id, l.holder, 'legal-representative' from unnest(representatives) c;
    perform lic.note(who, now, 'issue', 'ok', null, null, null, l.holder, l.id, l.type, l.case_number, null);
    return 'ok';
end $$;

-- Its issuer issued it anew (补发) after it was revoked or cancelled, which the one before stays: one of its own under the same number, whose
-- versions go on.
create function lic.issue_anew(who lic.caller, now timestamptz, l lic.licence, v lic.version, supersedes bytea, co_holders bytea[], representatives bytea[])
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before lic.licence;
    verdict text;
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(l.number, 'hex'), 0));
    select o.* into before from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = l.number for update of o;
    verdict := case when before.id is null or before.issuer <> l.issuer then 'unknown'
                    when l.source_as_of <= before.source_as_of then 'stale'
                    when before.state not in ('revoked', 'cancelled') then 'wrong-state'
                    when before.version >= 999 then 'used-up'
                    when l.version <> before.version + 1 then 'conflict' else 'ok' end;
    if verdict = 'ok' then
        update lic.licence o set superseded_by = l.id where o.id = before.id and o.holder = before.holder;
        update lic.number n set id = l.id, holder = l.holder where n.number = l.number;
        insert into lic.licence select l.*;
        insert into lic.version select v.*;
        insert into lic.co_holder select c, l.id, l.holder, 'holder' from unnest(co_holders) c;
        insert into lic.co_holder select c, l.id, l.holder, 'legal-representative' from unnest(representatives) c;
    end if;
    perform lic.note(who, now, 'issue-anew', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- Suspends, resumes, revokes or cancels; an older word of the source than the last one changes nothing. That it is over for good is never
-- too old, whatever the clocks show; but where a case or its issuer issued the number again, what was said before that was of another licence.
create or replace function lic.change(who lic.caller, now timestamptz, which bytea, by_issuer text, to_state text, why text, from_day date, as_of timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    again boolean;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    again := l.case_number is not null or (l.source = 'pushed'
        and (select min(v.version) from lic.version v where v.id = l.id and v.holder = l.holder) > 1);
    verdict := case
        when l.id is null or l.issuer <> by_issuer then 'unknown'
        when as_of < case when to_state not in ('revoked', 'cancelled') then l.source_as_of
                          when again then least(l.source_as_of, l.recorded_at) else '-infinity' end then 'stale'
        when (l.state, to_state) in (('valid', 'suspended'), ('suspended', 'valid'), ('valid', 'revoked'), ('suspended', 'revoked'),
                ('valid', 'cancelled'), ('suspended', 'cancelled')) then 'ok'
        when l.state = to_state then 'already'
        else 'wrong-state' end;
    if verdict = 'ok' then
        update lic.licence o set state = to_state, reason = case when to_state <> 'valid' then why end,
            effective_on = case when to_state <> 'valid' then coalesce(from_day, lic.day(now)) end, source_as_of = greatest(o.source_as_of, as_of)
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, to_state, verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- Whether the identifier of the present version holds: a renewal may bring a wrong one, or mend it.
create function lic.identifier_checked(which bytea, verdict text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update lic.licence l set identifier_check = verdict from lic.number n where n.number = which and l.id = n.id and l.holder = n.holder;
end $$;
