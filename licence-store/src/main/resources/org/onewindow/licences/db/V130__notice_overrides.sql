-- Everything that is missing is told at once, in one notice a round (V121). Where staff want more all the same, a supervisor says why: only
-- then may the next list grow, and it stands here who had it grow, when, and for what.

create table mat.notice_override (
    case_number text not null,
    number      integer not null,
    notice      integer not null,              -- the list that is gone beyond; 0: none was kept
    demanded    text[] not null check (cardinality(demanded) between 1 and 20), -- keys, as lists have them
    reason      text not null check (length(reason) between 1 and 500),
    made_by     text not null,
    made_at     timestamptz not null,
    primary key (case_number, number)
);

create trigger override_stays before update or delete or truncate on mat.notice_override for each statement execute function audit.refuse_change();

-- In the transaction that has the case looked at again.
create function mat.override_notice(who lic.caller, now timestamptz, which_case text, demanded text[], reason text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    perform pg_advisory_xact_lock(hashtextextended('checklist ' || which_case, 0));
    verdict := case when exists (select from public.case_file f where f.number = which_case and f.state = 'received') then 'ok' else 'no-purpose' end;
    if verdict = 'ok' then
        insert into mat.notice_override
        select which_case, (select count(*) + 1 from mat.notice_override o where o.case_number = which_case),
            (select coalesce(max(c.number), 0) from mat.checklist c where c.case_number = which_case), demanded, reason, who.subject, now;
    end if;
    perform lic.note(who, now, 'override-notice', verdict, null, null, null, null, null, null, which_case, demanded);
    return verdict;
end $$;

-- What was demanded of a case beyond its notices, and why: for whoever may see the case, so not by whom.
create function mat.overrides(which_case text) returns table (notice integer, demanded text[], reason text, made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select o.notice, o.demanded, o.reason, o.made_at from mat.notice_override o where o.case_number = which_case order by o.number;
end;

-- By matter, of the cases that came in meanwhile.
create function mat.overrides_between(since timestamptz, until timestamptz) returns table (matter text, overrides bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select f.matter, count(*) from public.case_file f join mat.notice_override o on o.case_number = f.number
    where f.received_at >= since and f.received_at < until group by f.matter;
end;

-- Keeps a list as it is told. What was not asked before may be asked now only where something new became known, or a supervisor said why.
create or replace function mat.freeze(which_case text, list mat.checklist) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    earlier record;
    demanded text[];
begin
    perform pg_advisory_xact_lock(hashtextextended('checklist ' || which_case, 0));
    if exists (select from mat.checklist c where c.case_number = which_case and c.sha256 = list.sha256) then
        return 'ok';
    end if;
    select max(c.number) as number, array(select distinct w from mat.checklist d, unnest(d.wanted) w where d.case_number = which_case) as wanted
    into earlier from mat.checklist c where c.case_number = which_case;
    demanded := array(select d from mat.notice_override o, unnest(o.demanded) d where o.case_number = which_case);
    if earlier.number is not null and exists (select from unnest(list.wanted) w
            where w <> all (earlier.wanted) and w <> all (list.new_facts) and w <> all (demanded)) then
        return 'grows';
    end if;
    insert into mat.checklist values (which_case, coalesce(earlier.number, 0) + 1, list.sha256, list.rule_version, list.as_of, list.body, list.wanted, list.new_facts);
    return 'ok';
end $$;
