-- The last day of what people handed in, where its kind is good for a while only. Beside the material and not in it: a node that is older than
-- this file makes its rows by place.

create table mat.validity (
    material text primary key references mat.material,
    valid_to date not null                     -- the last day
);

create trigger validity_stays before update or delete or truncate on mat.validity for each statement execute function audit.refuse_change();

-- Keeps it, as mat.keep does, and till when it is good.
create function mat.keep_valid(who lic.caller, now timestamptz, m mat.material, last date) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
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
