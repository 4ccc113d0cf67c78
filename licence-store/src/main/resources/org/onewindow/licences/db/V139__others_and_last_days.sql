-- What there is of somebody before an application, asked for by somebody else: by whoever has their mandate for the matter; by a window with
-- the picture that they show there, or for their open case of this matter. An identity number that somebody types opens nothing.

-- Such a look is an authorisation that is used where it is made: nobody gets a code. (That there may be such a one is in V145.)

-- Allows one look, for a minute. scan: the use that the scan of the holder's picture was, by the same clerk; it allows one look and no other.
-- That the case is of this matter is looked up here, which types the matter asks for the hub says.
create function lic.look_for(who lic.caller, now timestamptz, look text, of_matter text, wanted text[], whose bytea, scan bigint, which_case text)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    ground text := case when who.self is not null then 'delegate' when scan is not null then 'holder-live' else 'statutory' end;
    its_mandate text;
    verdict text;
begin
    if ground = 'delegate' then
        its_mandate := (select m.id from lic.mandate m where lic.mandate_holds(m.id, whose, who.self, of_matter, now) order by m.until desc limit 1);
    end if;
    verdict := case
        when ground = 'delegate' then case when its_mandate is null then 'no-mandate' end
        when ground = 'holder-live' then case
            when not exists (select from lic.use u where u.id = scan and u.mode = 'qr' and u.purpose = 'presenting' and u.holder = whose
                and u.actor = who.subject and u.client = who.client and u.at > now - interval '1 minute') then 'not-shown'
            when exists (select from lic.authorisation o where o.client = who.client and o.idempotency_key = 'scan/' || scan) then 'used-up' end
        when not exists (select from public.case_file f where f.number = which_case and f.matter = of_matter)
            or not lic.case_names(which_case, whose) then 'no-purpose' end;
    if verdict is null and not lic.within_budget(who, now, whose) then
        verdict := 'over-budget';
    end if;
    if verdict is null then
        insert into lic.authorisation (id, basis, purpose, case_number, holder, types, modes, max_uses, not_before, until, audience, mandate, agent,
            legal_ground, made_at, made_by, client, department, idempotency_key)
        values (look, ground, of_matter, case when ground = 'statutory' then which_case end, whose, wanted, '{predicate}', 1000, now,
            now + interval '1 minute', who.client, its_mandate, case when ground = 'delegate' then who.self end,
            case when ground = 'statutory' then '国务院令第716号第七条' end, now, who.subject, who.client, who.department, 'scan/' || scan);
    end if;
    perform lic.note(who, now, 'look-for', coalesce(verdict, 'ok'), ground, look, null, whose, null, array_to_string(wanted, ' '), which_case, array[of_matter]);
    return coalesce(verdict, 'ok');
end $$;

-- The look of this name, where it is the caller's and nothing ended it.
create function lic.look_of(who lic.caller, now timestamptz, look text) returns lic.authorisation language sql stable
begin atomic
    select a from lic.authorisation a
    where a.id = look and a.code is null and a.modes = '{predicate}' and a.made_by = who.subject and a.client = who.client
      and lic.objection_to(a, now) is null;
end;

-- While it lasts whoever asks by it is to the stores whom it is of; without one everybody is who they are.
create function lic.on_behalf(who lic.caller, now timestamptz, look text) returns lic.caller
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation := lic.look_of(who, now, look);
begin
    who.self := coalesce(a.holder, who.self);
    return who;
end $$;

-- The list is drawn up: whom it is of finds each licence that was looked at among its uses, and nothing more is asked by this look.
create function lic.looked_for(who lic.caller, now timestamptz, look text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation := lic.look_of(who, now, look);
    l lic.licence;
begin
    if a.id is null then
        perform lic.note(who, now, 'looked-for', 'over', null, look, null, null, null, null, null, null);
        return false;
    end if;
    for l in select h.* from lic.held(a.holder) h where h.type = any (a.types) and h.state <> 'superseded'
            and not exists (select from lic.holder_key k where k.holder = a.holder and k.wrapped is null)
            order by h.issued_on desc, h.id limit 200 loop
        perform lic.record_use(who, now, a, l, lic.state_on(l, lic.day(now)), 'predicate', '{}', null);
    end loop;
    update lic.authorisation o set used = o.max_uses where o.id = a.id;
    return true;
end $$;

-- What is not good any more after a day need not be kept longer than that (个人信息保护法 art. 19): whether its kind says so, or whoever
-- handed it in.
update mat.material m set kept_until = v.valid_to from mat.validity v where v.material = m.id and m.kept_until > v.valid_to;

-- As before; last: its last day, by its kind and as it was told, whichever is the earlier.
create or replace function mat.keep_valid(who lic.caller, now timestamptz, m mat.material, last date, sensitive boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    if sensitive and not exists (select from mat.consent c where c.holder = m.holder and c.keeps) then
        perform lic.note(who, now, 'keep-material', 'not-said', null, null, null, m.holder, m.id, m.type, m.first_case, null);
        return 'not-said';
    end if;
    m.kept_until := least(m.kept_until, last);
    verdict := mat.keep(who, now, m);
    if verdict = 'ok' and last is not null then
        insert into mat.validity select o.id, last from mat.material o where o.id = m.id;
    end if;
    return verdict;
end $$;

-- Used again for a case that names its holder; its last day no use moves on.
create or replace function mat.use_again(who lic.caller, now timestamptz, which text, which_case text, by text, until_day date) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    m mat.material;
    verdict text;
begin
    select * into m from mat.material o where o.id = which for update;
    verdict := case when m.id is null or m.state = 'deleted' then 'unknown'
                    when m.state = 'restricted' then 'restricted'
                    when not lic.case_names(which_case, m.holder) then 'no-purpose' else 'ok' end;
    if verdict = 'ok' then
        insert into mat.reuse values (which, which_case, by, now) on conflict do nothing;
        update mat.material o set last_used_at = now, kept_until = least(greatest(o.kept_until, until_day), mat.valid_to(which)) where o.id = which;
    end if;
    perform lic.note(who, now, 'use-material', verdict, null, null, null, m.holder, which, m.type, which_case, null);
    return verdict;
end $$;

-- Of the licences that a case was accepted with, those that are not in force any more on the day of its decision; that the hub looked is
-- written down with that decision. One that another has replaced meanwhile is still what the case was accepted with, to its own last day.
-- known_for: for how many seconds the last word of an issuer says something, by type; after that nobody knows whether it still holds.
create function lic.over_at_decision(who lic.caller, now timestamptz, which_case text, which text[], known_for jsonb)
returns table (licence text, its_type text, its_state text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a record;
begin
    for a in
        select distinct on (o.licence) o.id, o.licence, o.holder, l.type,
            case when s.state in ('revoked', 'cancelled', 'suspended') then s.state
                 when l.valid_to < lic.day(now) then 'expired'
                 when l.source_as_of < now - make_interval(secs => (known_for ->> l.type)::double precision) then 'unknown'
                 else s.state end as state
        from lic.authorisation o cross join lateral (select h.* from lic.held(o.holder) h where h.id = o.licence limit 1) l
            cross join lateral (select lic.state_on(l, lic.day(now)) as state) s
        where o.licence = any (which) and o.case_number = which_case and o.client = 'hub'
        order by o.licence, o.made_at
    loop
        perform lic.note(who, now, 'look-at-decision', a.state, 'statutory', a.id, null, a.holder, a.licence, a.type, which_case, null);
        if a.state in ('revoked', 'cancelled', 'suspended', 'expired', 'unknown') then
            licence := a.licence;
            its_type := a.type;
            its_state := a.state;
            return next;
        end if;
    end loop;
end $$;
