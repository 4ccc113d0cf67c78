-- How licences of issuers are called.

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
