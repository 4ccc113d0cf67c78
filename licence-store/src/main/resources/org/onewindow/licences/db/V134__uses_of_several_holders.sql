-- Of a licence that several people hold each use shows what is of those who allowed it, and masks what is of the others; a law lets a
-- department see all of it. Whose authorisations a use used beside the one it was made with stands in its row.

alter table lic.use add column too bytea[] not null default '{}';
-- What somebody allowed for a case.
create index authorisation_for_case on lic.authorisation (holder, case_number) where case_number is not null;

-- The others who hold it and allowed the same for the same case: one use of each of theirs is counted. One that another use holds at this
-- moment is left out; two uses that waited for each other's would never end.
create function lic.allowed_too(now timestamptz, a lic.authorisation, l lic.licence, how text) returns bytea[] language plpgsql as $$
declare
    other bytea;
    others bytea[] := '{}';
begin
    if a.case_number is null or a.basis in ('statutory', 'emergency') then
        return others;
    end if;
    for other in select h from lic.version v, unnest(v.key_holders) h
            where v.id = l.id and v.version = l.version and v.holder = l.holder and h <> a.holder loop
        update lic.authorisation o set used = o.used + 1 where o.id = (
            select t.id from lic.authorisation t
            where t.holder = other and t.case_number = a.case_number and t.basis not in ('statutory', 'emergency') and t.audience = a.audience
              and l.type = any (t.types) and coalesce(t.licence, l.id) = l.id and how = any (t.modes) and lic.objection_to(t, now) is null
            order by t.made_at, t.id limit 1 for update skip locked);
        if found then
            others := others || other;
        end if;
    end loop;
    return others;
end $$;

-- Writes a use and its audit row; the content is given by lic.content, and only when both are committed.
create function lic.record_use(who lic.caller, now timestamptz, a lic.authorisation, l lic.licence, state text, how text, wanted text[], delay timestamptz,
    others bytea[]) returns bigint language plpgsql as $$
declare
    made bigint;
begin
    insert into lic.use (at, authorisation, licence, "first", holder, type, version, mode, fields, state, source_as_of, content_sha256,
            case_number, purpose, basis, actor, client, department, disclose_after, too)
    select now, a.id, l.id, l.holder, a.holder, l.type, l.version, how, wanted, state, l.source_as_of, v.sha256,
            a.case_number, a.purpose, a.basis, who.subject, who.client, who.department, delay, others
    from lic.version v where v.id = l.id and v.version = l.version and v.holder = l.holder
    returning id into strict made;
    perform lic.note(who, now, 'use-' || how, 'ok', a.basis, a.id, made, a.holder, l.id, l.type, a.case_number, wanted);
    return made;
end $$;

create or replace function lic.record_use(who lic.caller, now timestamptz, a lic.authorisation, l lic.licence, state text, how text, wanted text[], delay timestamptz)
returns bigint language plpgsql as $$
begin
    return lic.record_use(who, now, a, l, state, how, wanted, delay, '{}');
end $$;

-- By code: one use of an authorisation, for its audience. Whoever is not that learns no more than somebody with a wrong code.
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

-- What stands on it, for a use that somebody else's transaction has committed: so nothing is ever given before it is written down. Ten
-- seconds later the use is over. By whose authority it is read is told with it.
drop function lic.content(bigint);
create function lic.content(used bigint)
returns table (id text, type text, version integer, state text, issued_on date, valid_to date, source_as_of timestamptz, at timestamptz,
    content bytea, sha256 bytea, wrapped bytea, key bytea, holder bytea, fields text[], basis text, purpose text, too bytea[])
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select l.id, l.type, u.version, u.state, v.issued_on, v.valid_to, u.source_as_of, u.at,
        v.content, v.sha256, k.wrapped, v.keys[array_position(v.key_holders, k.holder)], k.holder, u.fields, u.basis, u.purpose, u.too
    from lic.use u
        join lic.licence l on l.id = u.licence and l.holder = u."first"
        join lic.version v on v.id = u.licence and v.holder = u."first" and v.version = u.version
        join lic.holder_key k on k.holder = u.holder and k.wrapped is not null
    where u.id = used and u.xid is distinct from pg_current_xact_id_if_assigned()
        and u.noted_at > clock_timestamp() - interval '10 seconds'
        and not (l.state in ('revoked', 'cancelled', 'suspended') and u.state = 'valid' and l.effective_on <= lic.day(u.at));
end;

-- Every use of what somebody holds, their own looks among them; the newest first. What the law lets be told later is told later.
create or replace function lic.usage_of(who lic.caller, now timestamptz, before bigint, how_many integer)
returns setof lic.use language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select u.* from (
        select x.* from lic.use x where x.holder = who.self
        union
        select x.* from lic.use x where x.licence in (select h.id from lic.held(who.self) h)) u
    where u.id < before and (u.disclose_after is null or u.disclose_after <= now)
    order by u.id desc limit least(how_many, 200);
end;

-- Sends it to a department of this case. A licence that another has replaced meanwhile is still what the case was accepted with. A node that
-- is older than this file names no case, and means the youngest.
drop function lic.use_in_case(lic.caller, timestamptz, text);
create function lic.use_in_case(who lic.caller, now timestamptz, which text, for_case text default null)
returns table (outcome text, use_id bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    l lic.licence;
    verdict text;
begin
    select * into a from lic.authorisation o
    where o.licence = which and o.case_number is not null and (for_case is null or o.case_number = for_case)
      and o.client = 'hub' and lic.objection_to(o, now) is null
    order by o.made_at desc limit 1 for update;
    if a.id is not null then
        select * into l from lic.held(a.holder) h where h.id = which limit 1;
    end if;
    verdict := case when a.id is null or l.id is null then 'unknown'
                    when lic.state_on(l, lic.day(now)) in ('revoked', 'cancelled', 'suspended') then 'not-in-force' end;
    if verdict is not null then
        perform lic.note(who, now, 'use-document', verdict, a.basis, a.id, null, a.holder, which, l.type, coalesce(a.case_number, for_case), null);
        return query select verdict, null::bigint;
    else
        update lic.authorisation o set used = o.used + 1 where o.id = a.id;
        return query select 'ok', lic.record_use(who, now, a, l, lic.state_on(l, lic.day(now)), 'document', '{}', null);
    end if;
end $$;

-- A department is about to be given the bytes of an upload: for this case. Whose they are is whoever handed them in, for their own space or
-- as a sender.
drop function mat.sent(lic.caller, timestamptz, text, text);
create function mat.sent(who lic.caller, now timestamptz, which text, material_type text, for_case text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform lic.note(who, now, 'send-material', 'ok', null, null, null,
        coalesce((select m.holder from mat.material m where m.upload = which order by m.first_case = for_case desc, m.id limit 1),
            (select u.keeper from public.upload u where u.id = which)),
        which, material_type, for_case, null);
end $$;
create index material_of_upload on mat.material (upload);

-- What rests on somebody's word, or on a law about them, from the moment it is made; and what they may use for others. The newest first. Their
-- own looks are uses and nothing else. A use that is told later is not counted before, or the count would tell it.
create index authorisation_of_agent on lic.authorisation (agent, made_at) where agent is not null;
create function lic.authorisations_of(who lic.caller, now timestamptz, before text, how_many integer)
returns table (id text, given boolean, basis text, purpose text, case_number text, types text[], licence text, modes text[], uses_left integer,
    not_before timestamptz, until timestamptz, made_at timestamptz, audience text, department text, legal_ground text, state text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    last lic.authorisation;
begin
    if who.self is null then
        return;
    end if;
    select o.* into last from lic.authorisation o where o.id = before and who.self in (o.holder, o.agent);
    if before is not null and last.id is null then
        return;
    end if;
    for a in
        select o.* from (
            (select g.* from lic.authorisation g where g.holder = who.self and g.purpose <> 'own-view'
                and (last.id is null or (g.made_at, g.id) < (last.made_at, last.id)) order by g.made_at desc, g.id desc limit least(how_many, 200))
            union all
            (select g.* from lic.authorisation g where g.agent = who.self and g.holder <> who.self
                and (last.id is null or (g.made_at, g.id) < (last.made_at, last.id)) order by g.made_at desc, g.id desc limit least(how_many, 200))) o
        order by o.made_at desc, o.id desc limit least(how_many, 200)
    loop
        if a.basis = 'statutory' then
            a.used := a.used - (select count(*) from lic.use u where u.holder = a.holder and u.authorisation = a.id and u.disclose_after > now);
        end if;
        return query select a.id, a.holder = who.self, a.basis, a.purpose, a.case_number, a.types, a.licence, a.modes, a.max_uses - a.used,
            a.not_before, a.until, a.made_at, a.audience, a.department, a.legal_ground,
            case when a.revoked_at is null and now < a.not_before then 'not-yet' else coalesce(lic.objection_to(a, now), 'live') end;
    end loop;
end $$;

create function lic.mandates_of(who lic.caller, now timestamptz, before text, how_many integer)
returns table (id text, given boolean, matters text[], made_at timestamptz, until timestamptz, state text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query select m.id, m.principal = who.self, m.matters, m.made_at, m.until,
            case when m.revoked_at is not null then 'revoked' when now >= m.until then 'over' else 'live' end
        from lic.mandate m
        where who.self in (m.principal, m.agent) and (before is null or (m.made_at, m.id) <
            (select l.made_at, l.id from lic.mandate l where l.id = before and who.self in (l.principal, l.agent)))
        order by m.made_at desc, m.id desc limit least(how_many, 200);
end $$;

-- By its holder or its agent; what a law gives a department only that department ends: a holder objects.
create or replace function lic.revoke_authorisation(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
begin
    update lic.authorisation o set revoked_at = coalesce(o.revoked_at, now)
    where o.id = which and ((o.holder = who.self and o.basis not in ('statutory', 'emergency')) or o.agent = who.self
        or (o.department = who.department and o.client = who.client))
    returning * into a;
    perform lic.note(who, now, 'revoke-authorisation', case when a.id is null then 'unknown' else 'ok' end, a.basis, which, null, a.holder, null, null, a.case_number, null);
    return case when a.id is null then 'unknown' else 'ok' end;
end $$;

-- Existence only: no number, no content. By the holder, by the hub for a case, or by staff with an open case that names the holder. Whether
-- they work on that case, and whether its matter asks for these types, the hub says (may): its database does not know matters. Of whom was
-- erased nothing is told.
drop function lic.sense(lic.caller, timestamptz, bytea, text[], text);
create function lic.sense(who lic.caller, now timestamptz, whose bytea, wanted text[], which_case text, may boolean default true)
returns table (outcome text, id text, type text, issuer text, state text, issued_on date, valid_to date, source_as_of timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case
        when who.self = whose then 'ok'
        -- one party of a case learns nothing of another
        when not may or who.self is not null or which_case is null or not lic.case_names(which_case, whose) then 'no-purpose'
        when not lic.within_budget(who, now, whose) then 'over-budget'
        else 'ok' end;
    perform lic.note(who, now, 'sense', verdict, null, null, null, whose, null, array_to_string(wanted, ' '), which_case, null);
    if verdict <> 'ok' then
        return query select verdict, null::text, null::text, null::text, null::text, null::date, null::date, null::timestamptz;
    else
        return query select verdict, l.id, l.type, l.issuer, lic.state_on(l, lic.day(now)), l.issued_on, l.valid_to, l.source_as_of
            from lic.held(whose) l where l.type = any (wanted) and l.state <> 'superseded'
              and not exists (select from lic.holder_key k where k.holder = whose and k.wrapped is null)
            order by l.issued_on desc, l.id limit 200;
    end if;
end $$;
