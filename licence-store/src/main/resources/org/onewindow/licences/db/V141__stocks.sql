-- How licences come in: for whom an issuer was asked.

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
