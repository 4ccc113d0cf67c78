-- How licences come in: for whom an issuer was asked, and what is converted from a stock of before.

-- The case whose look had it asked: that look sees by itself what came of it.
alter table lic.arrival add column asked_for text;

create or replace function lic.note_arrival() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    insert into lic.arrival (id, holder, asked_for) values (new.id, new.holder, nullif(current_setting('lic.asked_for', true), ''));
    return null;
end $$;

-- As before, with who need not be told. A node that is older than this file tells them too.
drop function lic.next_arrival(timestamptz);
create function lic.next_arrival(now timestamptz) returns table (type text, holders bytea[], in_force boolean, asked_for text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query
        with taken as (
            delete from lic.arrival a
            where a.seq = (select b.seq from lic.arrival b order by b.seq limit 1 for update skip locked)
            returning a.id, a.holder, a.asked_for)
        select l.type, v.key_holders, lic.state_on(l, lic.day(now)) = 'valid', t.asked_for
        from taken t join lic.licence l on l.id = t.id and l.holder = t.holder
            join lic.version v on v.id = l.id and v.holder = l.holder and v.version = l.version;
end $$;

-- A stock of before is no news, but to who waits for it: of what was taken over those open cases of its holders hear that lack something.
create function lic.tell_who_waits(which bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    insert into lic.arrival (id, holder)
    select l.id, l.holder from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder
        join lic.version v on v.id = l.id and v.holder = l.holder and v.version = l.version
    where n.number = which and l.state = 'valid' and exists (
        select from unnest(v.key_holders) h
            join public.party_of_case p on p.id_hash >= encode(h, 'hex') and p.id_hash < encode(h, 'hex') || 'g'
            join public.case_file f on f.number = p.number
        where f.state in ('received', 'supplement') and f.finished_at is null);
end;

-- What became of a line of a stock that was not taken over; which: null where it could not even be read.
create function lic.note_import(who lic.caller, now timestamptz, which bytea, wanted text, verdict text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which;
    perform lic.note(who, now, 'import', verdict, null, null, null, l.holder, l.id, wanted, null, null);
end $$;
