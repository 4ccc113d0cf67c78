-- Of which fields an authorisation is, is held by the function that writes the use: no caller of it can leave the question out.

-- By code: one use of an authorisation, for its audience. Whoever is not that learns no more than somebody with a wrong code. (lic.is_needed
-- is for nodes that are older than this file.)
create or replace function lic.use_code(who lic.caller, now timestamptz, given bytea, wanted_type text, how text, wanted text[], delay timestamptz, known_for interval,
    never_copied boolean default false)
returns table (outcome text, use_id bigint, state text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    l lic.licence;
    found_state text;
    verdict text;
begin
    select * into a from lic.authorisation o where o.code = given for update;
    verdict := case
        when a.id is null or a.audience not in (who.client, '*') or (a.department is not null and a.department <> coalesce(who.department, '')) then 'unknown'
        else coalesce(lic.objection_to(a, now),
            case when not how = any (a.modes) or not wanted_type = any (a.types) then 'out-of-scope'
                 when delay > now + interval '1 year' or (delay is not null and a.basis <> 'statutory') then 'too-long'
                 when never_copied then 'online-only'
                 when how = 'fields' and exists (select from lic.needed n
                     where n.authorisation = a.id and n.type = wanted_type and not wanted <@ n.fields) then 'more-than-needed'
                 when not lic.within_budget(who, now, a.holder) then 'over-budget' end) end;
    if verdict is null then
        select * into l from lic.held(a.holder) h
        where h.type = wanted_type and (a.licence is null or h.id = a.licence) and h.state <> 'superseded'
        order by lic.state_on(h, lic.day(now)) = 'valid' desc, h.issued_on desc, h.id limit 1;
        -- a word of its issuer that is too old says nothing any more
        found_state := case when l.source_as_of < now - known_for then 'unknown' else lic.state_on(l, lic.day(now)) end;
        verdict := case when l.id is null then 'none'
                        when how in ('fields', 'document') and found_state <> 'valid' then 'not-in-force' end;
    end if;
    if verdict is not null then
        perform lic.note(who, now, 'use-' || how, verdict, a.basis, a.id, null, a.holder, l.id, wanted_type, a.case_number, wanted);
        return query select verdict, null::bigint, found_state;
    else
        update lic.authorisation o set used = o.used + 1 where o.id = a.id;
        return query select 'ok', lic.record_use(who, now, a, l, found_state, how, wanted, delay, lic.allowed_too(now, a, l, how)), found_state;
    end if;
end $$;
