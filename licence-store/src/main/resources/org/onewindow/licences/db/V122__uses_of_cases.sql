-- A licence that satisfies what a case asks for is used by that: its holder sees it, also where no department wants a copy.

create or replace function lic.grant_to_case(who lic.caller, now timestamptz, grant_id text, matter text, which_case text, whose bytea, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    l lic.licence;
    verdict text;
begin
    if exists (select from lic.authorisation o where o.licence = which and o.case_number = which_case and o.basis = 'statutory' and o.client = 'hub') then
        return 'ok';
    end if;
    select h.* into l from lic.held(whose) h where h.id = which limit 1;
    verdict := case
        when not lic.case_names(which_case, whose) then 'no-purpose'
        when l.id is null then 'unknown'
        else 'ok' end;
    if verdict = 'ok' then
        insert into lic.authorisation (id, basis, purpose, case_number, holder, types, licence, modes, max_uses, used, not_before, until, audience, legal_ground, made_at, made_by, client)
        values (grant_id, 'statutory', matter, which_case, whose, array[l.type], which, '{predicate,document}', 1000, 1, now, now + interval '1 year', 'hub',
            '国务院令第716号第七条', now, who.subject, 'hub')
        returning * into a;
        perform lic.record_use(who, now, a, l, lic.state_on(l, lic.day(now)), 'predicate', '{}', null);
    end if;
    perform lic.note(who, now, 'grant-to-case', verdict, 'statutory', grant_id, null, whose, which, null, which_case, null);
    return verdict;
end $$;

-- For what the holder's materials were used again; the newest first.
create function mat.uses(who lic.caller) returns table (material text, case_number text, said_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select r.material, r.case_number, r.said_at from mat.material m join mat.reuse r on r.material = m.id
    where m.holder = who.self order by r.said_at desc limit 1000;
end;
