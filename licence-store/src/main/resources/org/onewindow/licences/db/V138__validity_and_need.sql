-- The last day of what people handed in, where its kind is good for a while only. Beside the material and not in it: a node that is older than
-- this file makes its rows by place.

create table mat.validity (
    material text primary key references mat.material,
    valid_to date not null                     -- the last day
);

create trigger validity_stays before update or delete or truncate on mat.validity for each statement execute function audit.refuse_change();

-- Keeps it, as mat.keep does, and till when it is good. Sensitive personal information is kept for later only of who said that they want it.
create function mat.keep_valid(who lic.caller, now timestamptz, m mat.material, last date, sensitive boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    if sensitive and not exists (select from mat.consent c where c.holder = m.holder and c.keeps) then
        perform lic.note(who, now, 'keep-material', 'not-said', null, null, null, m.holder, m.id, m.type, m.first_case, null);
        return 'not-said';
    end if;
    verdict := mat.keep(who, now, m);
    if verdict = 'ok' and last is not null then
        insert into mat.validity select o.id, last from mat.material o where o.id = m.id;
    end if;
    return verdict;
end $$;

create function mat.valid_to(which text) returns date language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select v.valid_to from mat.validity v where v.material = which;
end;

-- Of which fields of a type an authorisation is, where its matter needs these only; no row: of all that its modes allow.
create table lic.needed (
    authorisation text not null references lic.authorisation,
    type          text not null,
    fields        text[] not null,
    primary key (authorisation, type)
);

create trigger needed_stays before update or delete or truncate on lic.needed for each statement execute function audit.refuse_change();

create function lic.narrow(which text, of_type text, to_fields text[]) returns void language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    insert into lic.needed values (which, of_type, to_fields) on conflict do nothing;
end;

-- Asked before a use of fields. Whoever may not use the code at all is told so by that use, and learns nothing here.
create function lic.is_needed(who lic.caller, now timestamptz, given bytea, wanted_type text, wanted text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
begin
    select o.* into a from lic.authorisation o join lic.needed n on n.authorisation = o.id
    where o.code = given and n.type = wanted_type and not wanted <@ n.fields
      and o.audience in (who.client, '*') and (o.department is null or o.department = who.department);
    if a.id is not null then
        perform lic.note(who, now, 'use-fields', 'more-than-needed', a.basis, a.id, null, a.holder, null, wanted_type, a.case_number, wanted);
    end if;
    return a.id is null;
end $$;
