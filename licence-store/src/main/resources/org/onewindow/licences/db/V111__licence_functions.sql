-- All that may be done with the store. Each function writes what it was asked into audit.event, also where it refuses; it answers with an
-- outcome instead of failing, since a failure would take the row back. Only those with "security definer" can be called by the hub.

create function lic.day(now timestamptz) returns date language sql immutable return (now at time zone 'Asia/Shanghai')::date;

-- The state on a day: what was decided and has effect, and beyond the last day expired.
create function lic.state_on(l lic.licence, day date) returns text language sql immutable return
    case when l.state <> 'valid' and l.effective_on <= day then l.state
         when l.valid_to < day then 'expired'
         when l.valid_from > day then 'not-yet'
         else 'valid' end;

create function lic.note(who lic.caller, now timestamptz, action text, outcome text, basis text, authorisation text, use bigint,
        holder bytea, licence text, type text, case_number text, fields text[]) returns void language sql
begin atomic
    insert into audit.event (at, actor, client, department, action, outcome, basis, authorisation, use, holder, licence, type, case_number, fields)
    values (now, who.subject, who.client, who.department, action, outcome, basis, authorisation, use, holder, licence, type, case_number, fields);
end;

-- Licences of somebody, alone or with others.
create function lic.held(whose bytea) returns setof lic.licence language sql stable
begin atomic
    select l.* from lic.licence l where l.holder = whose
    union all
    select l.* from lic.co_holder c join lic.licence l on l.id = c.id and l.holder = c."first" where c.holder = whose and c.role = 'holder';
end;

-- The purpose of a use: a case that is open and names the holder.
create function lic.case_names(which text, whose bytea) returns boolean language sql stable
begin atomic
    select exists (select from public.case_file f join public.party_of_case p on p.number = f.number
        where f.number = which and f.finished_at is null and f.state in ('received', 'supplement', 'accepted', 'reviewing')
          and left(p.id_hash, 32) = encode(whose, 'hex'));
end;

create function lic.mandate_holds(which text, principal_is bytea, agent_is bytea, matter text, now timestamptz) returns boolean language sql stable
begin atomic
    select exists (select from lic.mandate m where m.id = which and m.principal = principal_is and m.agent = agent_is
        and m.revoked_at is null and now < m.until and matter = any (m.matters));
end;

-- Whoever a valid business licence names may act for the company: asked again at each use.
create function lic.represents(agent_is bytea, company bytea, now timestamptz) returns boolean language sql stable
begin atomic
    select exists (select from lic.co_holder c join lic.licence l on l.id = c.id and l.holder = c."first"
        where c.holder = agent_is and c.role = 'legal-representative' and c."first" = company and l.type = 'business-licence'
          and lic.state_on(l, lic.day(now)) = 'valid');
end;

-- Whether the actor may look at one more holder: sixty an hour for a person at work, two thousand a day for a department. Holders and the
-- hub itself, which only asks for cases, have no budget. Whom one saw already costs nothing.
create function lic.within_budget(who lic.caller, now timestamptz, whose bytea) returns boolean language plpgsql as $$
declare
    spender record;
begin
    if who.client = 'hub' or who.self is not null then
        return true;
    end if;
    for spender in
        select 'actor ' || who.subject as name, interval '1 hour' as span, 60 as budget
        union all select 'department ' || who.department, interval '1 day', 2000 where who.department is not null
    loop
        perform pg_advisory_xact_lock(hashtextextended(spender.name, 0));
        if not exists (select from lic.seen s where s.actor = spender.name and s.holder = whose and s.at > now - spender.span)
           and (select count(*) from lic.seen s where s.actor = spender.name and s.at > now - spender.span) >= spender.budget then
            return false;
        end if;
        insert into lic.seen as s (actor, holder, at) values (spender.name, whose, now)
        on conflict (actor, holder) do update set at = excluded.at where s.at < excluded.at - interval '1 minute';
        delete from lic.seen s where s.actor = spender.name and s.at < now - spender.span;
    end loop;
    return true;
end $$;

-- Existence only: no number, no content. By the holder, by the hub for a case, or by staff with an open case that names the holder.
create function lic.sense(who lic.caller, now timestamptz, whose bytea, wanted text[], which_case text)
returns table (outcome text, id text, type text, issuer text, state text, issued_on date, valid_to date, source_as_of timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case
        when who.self = whose then 'ok'
        -- one party of a case learns nothing of another
        when who.self is not null or which_case is null or not lic.case_names(which_case, whose) then 'no-purpose'
        when not lic.within_budget(who, now, whose) then 'over-budget'
        else 'ok' end;
    perform lic.note(who, now, 'sense', verdict, null, null, null, whose, null, array_to_string(wanted, ' '), which_case, null);
    if verdict <> 'ok' then
        return query select verdict, null::text, null::text, null::text, null::text, null::date, null::date, null::timestamptz;
    else
        return query select verdict, l.id, l.type, l.issuer, lic.state_on(l, lic.day(now)), l.issued_on, l.valid_to, l.source_as_of
            from lic.held(whose) l where l.type = any (wanted) and l.state <> 'superseded'
            order by l.issued_on desc, l.id limit 200;
    end if;
end $$;

-- What is wrong with an authorisation now; null: nothing. Asked when it is made and at each use.
create function lic.objection_to(a lic.authorisation, now timestamptz) returns text language sql stable return
    case when a.revoked_at is not null then 'revoked'
         when now < a.not_before or now >= a.until then 'over'
         when a.used >= a.max_uses then 'used-up'
         when a.case_number is not null and not lic.case_names(a.case_number, a.holder) then 'no-purpose'
         when a.basis = 'delegate' and not coalesce(lic.mandate_holds(a.mandate, a.holder, a.agent, a.purpose, now), false) then 'no-mandate'
         when a.basis = 'legal-representative' and not coalesce(lic.represents(a.agent, a.holder, now), false) then 'no-mandate'
         when a.basis = 'emergency' and a.second is null and now > a.made_at + interval '1 day' then 'not-confirmed' end;

-- Makes one. The caller's words decide nothing about who they are: that is in who.
create function lic.authorise(who lic.caller, now timestamptz, a lic.authorisation) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    a.made_at := now;
    a.made_by := who.subject;
    a.client := who.client;
    a.department := who.department;
    a.used := 0;
    a.revoked_at := null;
    a.second := null;
    a.agent := case when a.basis in ('delegate', 'legal-representative') then who.self end;
    if a.basis = 'delegate' and a.mandate is null then
        a.mandate := (select m.id from lic.mandate m where lic.mandate_holds(m.id, a.holder, who.self, a.purpose, now) order by m.until desc limit 1);
    end if;
    verdict := case
        when exists (select from lic.authorisation o where o.client = a.client and o.idempotency_key = a.idempotency_key) then 'key-reused'
        -- without a case one only shows a licence: once, within a minute, and no more than that it is good
        when a.case_number is null and (a.purpose <> 'presenting' or a.modes <> '{qr}' or a.max_uses > 1 or a.until > now + interval '1 minute')
            then 'no-purpose'
        when a.audience = '*' and a.purpose <> 'presenting' then 'out-of-scope'
        when a.basis in ('holder-live', 'holder-standing') and (who.self is null or who.self <> a.holder) then 'not-the-holder'
        when a.basis in ('statutory', 'emergency') and (who.department is null or a.legal_ground is null) then 'no-ground'
        when a.basis in ('statutory', 'emergency') and not lic.within_budget(who, now, a.holder) then 'over-budget'
        when a.until > now + case a.basis when 'holder-standing' then interval '1 year' when 'emergency' then interval '1 hour'
                                          else interval '30 days' end then 'too-long'
        else lic.objection_to(a, now) end;
    if verdict is null then
        insert into lic.authorisation select a.*;
    end if;
    perform lic.note(who, now, 'authorise', coalesce(verdict, 'ok'), a.basis, a.id, null, a.holder, a.licence,
        array_to_string(a.types, ' '), a.case_number, a.modes);
    return coalesce(verdict, 'ok');
end $$;

create function lic.revoke_authorisation(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
begin
    update lic.authorisation o set revoked_at = coalesce(o.revoked_at, now)
    where o.id = which and (o.holder = who.self or o.agent = who.self or (o.department = who.department and o.client = who.client))
    returning * into a;
    perform lic.note(who, now, 'revoke-authorisation', case when a.id is null then 'unknown' else 'ok' end, a.basis, which, null, a.holder, null, null, a.case_number, null);
    return case when a.id is null then 'unknown' else 'ok' end;
end $$;

-- The second person of an emergency: somebody else of the same department, or an operator.
create function lic.confirm_emergency(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
begin
    update lic.authorisation o set second = who.subject
    where o.id = which and o.basis = 'emergency' and o.second is null and o.made_by <> who.subject
      and now <= o.made_at + interval '1 day' and (who.department is null or who.department = o.department)
    returning * into a;
    perform lic.note(who, now, 'confirm-emergency', case when a.id is null then 'unknown' else 'ok' end, 'emergency', which, null, a.holder, null, null, a.case_number, null);
    return case when a.id is null then 'unknown' else 'ok' end;
end $$;

-- Writes a use and its audit row; the content is given by lic.content, and only when both are committed.
create function lic.record_use(who lic.caller, now timestamptz, a lic.authorisation, l lic.licence, state text, how text, wanted text[], delay timestamptz)
returns bigint language plpgsql as $$
declare
    made bigint;
begin
    insert into lic.use (at, authorisation, licence, "first", holder, type, version, mode, fields, state, source_as_of, content_sha256,
            case_number, purpose, basis, actor, client, department, disclose_after)
    select now, a.id, l.id, l.holder, a.holder, l.type, l.version, how, wanted, state, l.source_as_of, v.sha256,
            a.case_number, a.purpose, a.basis, who.subject, who.client, who.department, delay
    from lic.version v where v.id = l.id and v.version = l.version and v.holder = l.holder
    returning id into strict made;
    perform lic.note(who, now, 'use-' || how, 'ok', a.basis, a.id, made, a.holder, l.id, l.type, a.case_number, wanted);
    return made;
end $$;

-- By code: one use of an authorisation, for its audience. Whoever is not that learns no more than somebody with a wrong code.
create function lic.use_code(who lic.caller, now timestamptz, given bytea, wanted_type text, how text, wanted text[], delay timestamptz, known_for interval)
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
        return query select 'ok', lic.record_use(who, now, a, l, found_state, how, wanted, delay), found_state;
    end if;
end $$;

-- The holder's own look: at all they hold, at one, or at what a case issued. An authorisation is made for it and used up at once.
create function lic.use_own(who lic.caller, now timestamptz, grant_id text, one text, of_case text)
returns table (use_id bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    found lic.licence[];
    l lic.licence;
begin
    found := array(select h from lic.held(who.self) h
        where (one is null or h.id = one) and (of_case is null or h.case_number = of_case) order by h.issued_on desc, h.id limit 200);
    if cardinality(found) = 0 then
        perform lic.note(who, now, 'own-view', 'none', 'holder-live', null, null, who.self, one, null, of_case, null);
        return;
    end if;
    insert into lic.authorisation (id, basis, purpose, holder, types, licence, modes, max_uses, used, not_before, until, audience, made_at, made_by, client)
    values (grant_id, 'holder-live', 'own-view', who.self, array(select distinct h.type from unnest(found) h), one, '{document}',
        cardinality(found), cardinality(found), now, now + interval '1 minute', who.client, now, who.subject, who.client)
    returning * into a;
    foreach l in array found loop
        use_id := lic.record_use(who, now, a, l, lic.state_on(l, lic.day(now)), 'document', '{}', null);
        return next;
    end loop;
end $$;

-- The hub found a licence for a case: from now on the case's departments may be sent it, while the case is open.
create function lic.grant_to_case(who lic.caller, now timestamptz, grant_id text, matter text, which_case text, whose bytea, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    if exists (select from lic.authorisation a where a.licence = which and a.case_number = which_case and a.basis = 'statutory' and a.client = 'hub') then
        return 'ok';
    end if;
    verdict := case
        when not lic.case_names(which_case, whose) then 'no-purpose'
        when not exists (select from lic.held(whose) h where h.id = which) then 'unknown'
        else 'ok' end;
    if verdict = 'ok' then
        insert into lic.authorisation (id, basis, purpose, case_number, holder, types, licence, modes, max_uses, not_before, until, audience, legal_ground, made_at, made_by, client)
        select grant_id, 'statutory', matter, which_case, whose, array[h.type], which, '{document}', 1000, now, now + interval '1 year', 'hub',
            '国务院令第716号第七条', now, who.subject, 'hub'
        from lic.held(whose) h where h.id = which limit 1;
    end if;
    perform lic.note(who, now, 'grant-to-case', verdict, 'statutory', grant_id, null, whose, which, null, which_case, null);
    return verdict;
end $$;

-- Sends it to a department of that case. A licence that another has replaced meanwhile is still what the case was accepted with.
create function lic.use_in_case(who lic.caller, now timestamptz, which text)
returns table (outcome text, use_id bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    l lic.licence;
    verdict text;
begin
    select * into a from lic.authorisation o
    where o.licence = which and o.case_number is not null and o.client = 'hub' and lic.objection_to(o, now) is null
    order by o.made_at desc limit 1 for update;
    if a.id is not null then
        select * into l from lic.held(a.holder) h where h.id = which limit 1;
    end if;
    verdict := case when a.id is null or l.id is null then 'unknown'
                    when lic.state_on(l, lic.day(now)) in ('revoked', 'cancelled', 'suspended') then 'not-in-force' end;
    if verdict is not null then
        perform lic.note(who, now, 'use-document', verdict, a.basis, a.id, null, a.holder, which, l.type, a.case_number, null);
        return query select verdict, null::bigint;
    else
        update lic.authorisation o set used = o.used + 1 where o.id = a.id;
        return query select 'ok', lic.record_use(who, now, a, l, lic.state_on(l, lic.day(now)), 'document', '{}', null);
    end if;
end $$;

-- What stands on it, for a use that somebody else's transaction has committed: so nothing is ever given before it is written down. Ten
-- seconds later the use is over.
create function lic.content(used bigint)
returns table (id text, type text, version integer, state text, issued_on date, valid_to date, source_as_of timestamptz, at timestamptz,
    content bytea, sha256 bytea, wrapped bytea, key bytea, holder bytea, fields text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select l.id, l.type, u.version, u.state, v.issued_on, v.valid_to, u.source_as_of, u.at,
        v.content, v.sha256, k.wrapped, v.keys[array_position(v.key_holders, k.holder)], k.holder, u.fields
    from lic.use u
        join lic.licence l on l.id = u.licence and l.holder = u."first"
        join lic.version v on v.id = u.licence and v.holder = u."first" and v.version = u.version
        join lic.holder_key k on k.holder = u.holder and k.wrapped is not null
    where u.id = used and u.xid is distinct from pg_current_xact_id_if_assigned()
        and u.noted_at > clock_timestamp() - interval '10 seconds'
        and not (l.state in ('revoked', 'cancelled', 'suspended') and u.state = 'valid' and l.effective_on <= lic.day(u.at));
end;

-- Issues one; where it takes another's place, both happen or neither.
create function lic.issue(who lic.caller, now timestamptz, l lic.licence, v lic.version, supersedes bytea, co_holders bytea[], representatives bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before record;
    locked bytea;
begin
    -- one issue of a number at a time, and always in one order
    for locked in select n from unnest(array[l.number, supersedes]) n where n is not null order by n loop
        perform pg_advisory_xact_lock(hashtextextended(encode(locked, 'hex'), 0));
    end loop;
    if l.case_number is not null then
        insert into lic.issued_by_case values (l.case_number, l.type, l.id, l.holder) on conflict do nothing;
        if not found then
            return 'issued-before';
        end if;
    elsif exists (select from lic.number n where n.number = l.number) then
        return 'exists';
    end if;
    l.version := 1;
    l.recorded_at := now;
    if l.case_number is not null then
        -- what a case has issued is in force, whatever day its department's clock shows
        l.valid_from := least(l.valid_from, lic.day(now));
    end if;
    v.id := l.id;
    v.holder := l.holder;
    v.version := 1;
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

-- The next version under the same number.
create function lic.renew(who lic.caller, now timestamptz, which bytea, by_issuer text, v lic.version, as_of timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case when l.id is null or l.issuer <> by_issuer or l.id <> v.id then 'unknown'
                    when as_of < l.source_as_of then 'stale'
                    when l.state not in ('valid', 'suspended') then 'wrong-state'
                    when l.version >= 999 then 'used-up'
                    when v.version <> l.version + 1 then 'conflict' else 'ok' end;
    if verdict = 'ok' then
        v.holder := l.holder;
        v.recorded_at := now;
        v.recorded_by := who.subject;
        insert into lic.version select v.*;
        update lic.licence o set version = v.version, valid_to = v.valid_to, issued_on = v.issued_on, source_as_of = as_of, state = 'valid', reason = null, effective_on = null
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, 'renew', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- Suspends, resumes, revokes or cancels; an older word of the source than the last one changes nothing.
create function lic.change(who lic.caller, now timestamptz, which bytea, by_issuer text, to_state text, why text, from_day date, as_of timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case
        when l.id is null or l.issuer <> by_issuer then 'unknown'
        when as_of < l.source_as_of then 'stale'
        when (l.state, to_state) in (('valid', 'suspended'), ('suspended', 'valid'), ('valid', 'revoked'), ('suspended', 'revoked'),
                ('valid', 'cancelled'), ('suspended', 'cancelled')) then 'ok'
        when l.state = to_state then 'already'
        else 'wrong-state' end;
    if verdict = 'ok' then
        update lic.licence o set state = to_state, reason = case when to_state <> 'valid' then why end,
            effective_on = case when to_state <> 'valid' then coalesce(from_day, lic.day(now)) end, source_as_of = as_of
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, to_state, verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- What an issuer must know to say something about a licence of theirs: no content.
create function lic.of_number(which bytea) returns table (id text, holder bytea, issuer text, version integer, state text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select l.id, l.holder, l.issuer, l.version, l.state from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder where n.number = which;
end;

-- For whoever holds a print in their hand: its state, or unknown; the same work for both.
create function lic.verify_print(who lic.caller, now timestamptz, which bytea, its_version integer, genuine boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    select case when not genuine then null when l.version <> its_version then 'superseded' else lic.state_on(l, lic.day(now)) end into verdict
    from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder where n.number = which;
    perform lic.note(who, now, 'verify-print', coalesce(verdict, 'unknown'), null, null, null, null, null, null, null, null);
    return coalesce(verdict, 'unknown');
end $$;

create function lic.give_mandate(who lic.caller, now timestamptz, m lic.mandate) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    m.principal := who.self;
    m.made_at := now;
    m.revoked_at := null;
    m.client := who.client;
    verdict := case
        when exists (select from lic.mandate o where o.client = m.client and o.idempotency_key = m.idempotency_key) then 'key-reused'
        when who.self is null or m.agent = who.self then 'not-the-holder'
        when m.until <= now or m.until > now + interval '3 years' then 'too-long'
        else 'ok' end;
    if verdict = 'ok' then
        insert into lic.mandate select m.*;
    end if;
    perform lic.note(who, now, 'give-mandate', verdict, null, null, null, who.self, null, null, null, m.matters);
    return verdict;
end $$;

create function lic.revoke_mandate(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    hit text;
begin
    update lic.mandate m set revoked_at = coalesce(m.revoked_at, now)
    where m.id = which and who.self in (m.principal, m.agent) returning m.id into hit;
    perform lic.note(who, now, 'revoke-mandate', case when hit is null then 'unknown' else 'ok' end, null, null, null, who.self, null, null, null, null);
    return case when hit is null then 'unknown' else 'ok' end;
end $$;

-- Whether somebody may act for somebody in a matter, and by which mandate; empty: not.
create function lic.mandate_for(who lic.caller, now timestamptz, whose bytea, matter text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    hit text;
begin
    hit := (select m.id from lic.mandate m where lic.mandate_holds(m.id, whose, who.self, matter, now) order by m.until desc limit 1);
    perform lic.note(who, now, 'act-for', case when hit is null then 'no-mandate' else 'ok' end, 'delegate', null, null, whose, null, null, null, array[matter]);
    return hit;
end $$;

create function lic.object_to(who lic.caller, now timestamptz, o lic.objection) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    o.holder := who.self;
    o.client := who.client;
    verdict := case when not exists (select from lic.held(who.self) h where h.id = o.licence) then 'unknown'
                    when exists (select from lic.objection e where e.client = o.client and e.idempotency_key = o.idempotency_key) then 'key-reused'
                    else 'ok' end;
    if verdict = 'ok' then
        insert into lic.objection select o.*;
    end if;
    perform lic.note(who, now, 'object', verdict, null, null, null, who.self, o.licence, null, null, null);
    return verdict;
end $$;

-- For the department that issued it.
create function lic.objections_to(who lic.caller, now timestamptz, by_issuer text)
returns table (id text, licence text, type text, opened_at timestamptz, text bytea, key bytea, wrapped bytea, holder bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform lic.note(who, now, 'read-objections', 'ok', null, null, null, null, null, null, null, array[by_issuer]);
    return query select o.id, o.licence, l.type, o.opened_at, o.text, o.key, k.wrapped, o.holder
        from lic.objection o join lic.licence l on l.id = o.licence join lic.holder_key k on k.holder = o.holder and k.wrapped is not null
        where o.settled_at is null and l.issuer = by_issuer order by o.opened_at limit 200;
end $$;

create function lic.settle_objection(who lic.caller, now timestamptz, by_issuer text, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    hit lic.objection;
begin
    update lic.objection o set settled_at = now
    where o.id = which and o.settled_at is null and exists (select from lic.licence l where l.id = o.licence and l.issuer = by_issuer)
    returning * into hit;
    perform lic.note(who, now, 'settle-objection', case when hit.id is null then 'unknown' else 'ok' end, null, null, null, hit.holder, hit.licence, null, null, null);
    return case when hit.id is null then 'unknown' else 'ok' end;
end $$;

-- Every use of what somebody holds, their own looks among them; the newest first. What the law lets be told later is told later.
create function lic.usage_of(who lic.caller, now timestamptz, before bigint, how_many integer)
returns setof lic.use language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select u.* from (
        select x.* from lic.use x where x.holder = who.self
        union
        select x.* from lic.use x where x.licence in (select h.id from lic.held(who.self) h)) u
    where u.id < before and (u.disclose_after is null or u.disclose_after <= now)
    order by u.id desc limit least(how_many, 200);
end;

-- Erasure: nothing that is sealed under this key can be opened again.
create function lic.destroy_key(who lic.caller, now timestamptz, whose bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update lic.holder_key k set wrapped = null, destroyed_at = now where k.holder = whose and k.wrapped is not null;
    perform lic.note(who, now, 'destroy-key', case when found then 'ok' else 'unknown' end, null, null, null, whose, null, null, null, null);
    return found;
end $$;

create function lic.issued_between(since timestamptz, until_then timestamptz)
returns table (day date, type text, source text, licences bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select lic.day(l.recorded_at), l.type, l.source, count(*) from lic.licence l
    where l.recorded_at >= since and l.recorded_at < until_then group by 1, 2, 3 order by 1, 2, 3;
end;

create function lic.used_between(since timestamptz, until_then timestamptz)
returns table (day date, department text, matter text, type text, uses bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select lic.day(u.at), coalesce(u.department, u.client), u.purpose, u.type, count(*) from lic.use u
    where u.at >= since and u.at < until_then group by 1, 2, 3, 4 order by 1, 2, 3, 4;
end;

create function lic.bad_identifiers(how_many integer) returns table (type text, issuer text, source text, recorded_at timestamptz, id text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select l.type, l.issuer, l.source, l.recorded_at, l.id from lic.licence l
    where l.identifier_check = 'bad' order by l.recorded_at limit least(how_many, 200);
end;
