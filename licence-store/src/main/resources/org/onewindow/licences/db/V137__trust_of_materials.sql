-- A window holds what a case bears against its original before the case is accepted, when there is nothing in anybody's own space yet.

-- For that case, whoever handed it in. Never changed.
create table mat.seen (
    upload      text not null,
    case_number text not null,
    seen_by     text not null,
    seen_at     timestamptz not null,
    primary key (upload, case_number)
);

create trigger seen_stays before update or delete or truncate on mat.seen for each statement execute function audit.refuse_change();

-- Held against its original, for an open case that names whose it is; that the case bears it is for the hub to know.
create function mat.see_original(who lic.caller, now timestamptz, which_upload text, material_type text, which_case text, whose bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case when lic.case_names(which_case, whose) then 'ok' else 'unknown' end;
    if verdict = 'ok' then
        insert into mat.seen values (which_upload, which_case, who.subject, now) on conflict do nothing;
        update mat.material o set level = 'B' where o.upload = which_upload and o.holder = whose and o.state = 'kept' and o.level in ('C', 'D')
            and (o.first_case = which_case or exists (select from mat.reuse r where r.material = o.id and r.case_number = which_case));
    end if;
    perform lic.note(who, now, 'saw-original', verdict, null, null, null, whose, which_upload, material_type, which_case, null);
    return verdict;
end $$;

-- What is known of how far it can be trusted: its level in its holder's own space, where it came from there, and whether a window saw the original.
create function mat.trust(which_case text, which_upload text, which text) returns table (level text, seen_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select (select m.level from mat.material m where m.id = which),
           (select s.seen_at from mat.seen s where s.upload = which_upload and s.case_number = which_case);
end;

-- Its bytes are about to be shown to somebody who may see that the case bears it. Staff have a case that is open, and no more holders than
-- their work can need.
create function mat.show(who lic.caller, now timestamptz, which_upload text, material_type text, which_case text, whose bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case when whose is null then 'unknown'
                    when who.self is null and not lic.case_names(which_case, whose) then 'no-purpose'
                    when not lic.within_budget(who, now, whose) then 'over-budget' else 'ok' end;
    perform lic.note(who, now, 'show-material', verdict, null, null, null, whose, which_upload, material_type, which_case, null);
    return verdict;
end $$;

-- As before, and what a window held against its original is trusted for that from the beginning.
create or replace function mat.keep(who lic.caller, now timestamptz, m mat.material) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case when exists (select from mat.consent c where c.holder = m.holder and not c.keeps) then 'not-wanted'
                    when not lic.case_names(m.first_case, m.holder) then 'no-purpose' else 'ok' end;
    if verdict = 'ok' then
        m.state := 'kept';
        m.handed_in_at := now;
        m.last_used_at := now;
        m.level := case when exists (select from mat.seen s where s.upload = m.upload and s.case_number = m.first_case) then 'B' else m.level end;
        insert into mat.material select m.* on conflict (first_case, type, holder) do nothing;
    end if;
    perform lic.note(who, now, 'keep-material', verdict, null, null, null, m.holder, m.id, m.type, m.first_case, null);
    return verdict;
end $$;
