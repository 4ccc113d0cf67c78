-- Whom the stores are to forget: one person says so, and another does it. The hub's own role destroys no key by itself.

create table lic.erasure (
    id           text primary key,
    holder       bytea not null,
    person       text not null,                -- the whole keyed hash, by which cases name them
    reason       text not null check (reason in ('requested', 'purpose-achieved', 'consent-withdrawn', 'term-over', 'unlawful')),
    by_holder    boolean not null,
    asked_at     timestamptz not null,
    asked_by     text not null,
    client       text not null,
    idempotency_key text not null,
    confirmed_by text,
    done_at      timestamptz,
    unique (client, idempotency_key),
    check ((done_at is null) = (confirmed_by is null) and confirmed_by <> asked_by)
);
create unique index erasure_waiting on lic.erasure (holder) where done_at is null;

create function lic.open_cases_of(whose text) returns integer language sql stable
begin atomic
    select count(distinct f.number)::integer from public.party_of_case p join public.case_file f on f.number = p.number
    where p.id_hash = whose and f.finished_at is null;
end;

drop function lic.destroy_key(lic.caller, timestamptz, bytea);
-- Nothing that is sealed under this key can be opened again, and nothing of theirs is offered any more.
create function lic.destroy_key(who lic.caller, now timestamptz, whose bytea) returns boolean language plpgsql as $$
declare
    hit boolean;
begin
    update lic.holder_key k set wrapped = null, destroyed_at = now where k.holder = whose and k.wrapped is not null;
    hit := found;
    update mat.material m set state = 'deleted' where m.holder = whose;
    perform lic.note(who, now, 'destroy-key', case when hit then 'ok' else 'unknown' end, null, null, null, whose, null, null, null, null);
    return hit;
end $$;

-- The first word. Said again it is the same wish; while a case of theirs is open there is none.
create function lic.ask_erasure(who lic.caller, now timestamptz, e lic.erasure) returns table (outcome text, id text, cases integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before lic.erasure;
    verdict text;
    open_cases integer := lic.open_cases_of(e.person);
begin
    e.by_holder := who.self is not distinct from e.holder;
    e.asked_at := now;
    e.asked_by := who.subject;
    e.client := who.client;
    e.confirmed_by := null;
    e.done_at := null;
    perform pg_advisory_xact_lock(hashtextextended('erasure ' || encode(e.holder, 'hex'), 0));
    select o.* into before from lic.erasure o where o.client = e.client and o.idempotency_key = e.idempotency_key;
    if before.id is null then
        select o.* into before from lic.erasure o where o.holder = e.holder and o.done_at is null;
    elsif before.holder <> e.holder or before.reason <> e.reason then
        verdict := 'key-reused';
    end if;
    verdict := case when verdict is not null then verdict
                    when left(e.person, 32) <> encode(e.holder, 'hex') or (who.self is not null and not e.by_holder) then 'not-the-holder'
                    when before.id is not null then 'again'
                    when open_cases > 0 then 'open-cases' else 'ok' end;
    if verdict = 'ok' then
        insert into lic.erasure select e.*;
    end if;
    perform lic.note(who, now, 'ask-erasure', verdict, e.reason, null, null, e.holder, null, null, null, null);
    return query select verdict, coalesce(before.id, e.id), open_cases;
end $$;

-- The second person's word, who names the holder as well, so that nobody confirms what they have not looked into: the key is destroyed, and what
-- rests on this person's word ends with it.
create function lic.confirm_erasure(who lic.caller, now timestamptz, which text, whose bytea) returns table (outcome text, cases integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    e lic.erasure;
    verdict text;
    open_cases integer := 0;
begin
    select o.* into e from lic.erasure o where o.id = which for update;
    if e.id is not null then
        open_cases := lic.open_cases_of(e.person);
    end if;
    verdict := case when e.id is null or who.self is not null or e.holder <> whose then 'unknown'
                    when e.done_at is not null then 'again'
                    when e.asked_by = who.subject then 'second-person'
                    when open_cases > 0 then 'open-cases' else 'ok' end;
    perform lic.note(who, now, 'confirm-erasure', verdict, e.reason, null, null, e.holder, null, null, null, null);
    if verdict = 'ok' then
        update lic.erasure o set confirmed_by = who.subject, done_at = now where o.id = which;
        update lic.authorisation a set revoked_at = now where a.holder = e.holder and a.revoked_at is null and a.until > now;
        update lic.mandate m set revoked_at = now where m.principal = e.holder and m.revoked_at is null;
        perform lic.destroy_key(who, now, e.holder);
    end if;
    return query select verdict, open_cases;
end $$;

-- Whoever wished to be forgotten may think better of it while nobody has confirmed it.
create function lic.withdraw_erasure(who lic.caller, now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    hit boolean;
begin
    delete from lic.erasure e where e.holder = who.self and e.by_holder and e.done_at is null;
    hit := found;
    perform lic.note(who, now, 'withdraw-erasure', case when hit then 'ok' else 'unknown' end, null, null, null, who.self, null, null, null, null);
    return hit;
end $$;

-- Those that wait for a second person; the oldest first.
create function lic.erasures_waiting(how_many integer) returns table (id text, reason text, by_holder boolean, asked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select e.id, e.reason, e.by_holder, e.asked_at from lic.erasure e where e.done_at is null order by e.asked_at limit least(how_many, 200);
end;

-- Emergencies: one that no second person confirmed within a day is seen by its holder as such, and its department gets no other until an
-- operator has looked into it.

-- What is wrong with an authorisation now; null: nothing. Asked when it is made and at each use.
create or replace function lic.objection_to(a lic.authorisation, now timestamptz) returns text language sql stable return
    case when a.revoked_at is not null then 'revoked'
         when a.basis = 'emergency' and a.second is null and now > a.made_at + interval '1 day' then 'not-confirmed'
         when now < a.not_before or now >= a.until then 'over'
         when a.used >= a.max_uses then 'used-up'
         when a.case_number is not null and not lic.case_names(a.case_number, a.holder) then 'no-purpose'
         when a.basis = 'delegate' and not coalesce(lic.mandate_holds(a.mandate, a.holder, a.agent, a.purpose, now), false) then 'no-mandate'
         when a.basis = 'legal-representative' and not coalesce(lic.represents(a.agent, a.holder, now), false) then 'no-mandate' end;

create or replace function lic.authorise(who lic.caller, now timestamptz, a lic.authorisation) returns text
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
        when a.basis = 'emergency' and exists (select from lic.authorisation o where o.basis = 'emergency' and o.second is null
            and o.made_at < now - interval '1 day' and o.department = who.department) then 'not-confirmed'
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

-- The second person of an emergency: somebody else of the same department within a day, or an operator, later too.
create or replace function lic.confirm_emergency(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    verdict text;
begin
    update lic.authorisation o set second = who.subject
    where o.id = which and o.basis = 'emergency' and o.second is null and o.made_by <> who.subject
      and (who.department is null or (who.department = o.department and now <= o.made_at + interval '1 day'))
    returning * into a;
    verdict := case when a.id is null then 'unknown' when now > a.made_at + interval '1 day' then 'late' else 'ok' end;
    perform lic.note(who, now, 'confirm-emergency', verdict, 'emergency', which, null, a.holder, null, null, a.case_number, null);
    return case verdict when 'late' then 'ok' else verdict end;
end $$;

-- Those that wait for a second person, the oldest first: an operator sees all of them, a department its own.
create function lic.emergencies(who lic.caller, now timestamptz, how_many integer)
returns table (id text, department text, case_number text, types text[], legal_ground text, used integer, made_at timestamptz, late boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select a.id, a.department, a.case_number, a.types, a.legal_ground, a.used, a.made_at, now > a.made_at + interval '1 day'
    from lic.authorisation a
    where a.basis = 'emergency' and a.second is null and (who.department is null or who.department = a.department)
    order by a.made_at limit least(how_many, 200);
end;

create function lic.late_emergencies(now timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select count(*)::integer from lic.authorisation a
    where a.basis = 'emergency' and a.second is null and a.made_at < now - interval '1 day';
end;

-- What an issuer answered to an objection; sealed for whoever objected.
create table lic.objection_answer (
    objection   text primary key references lic.objection,
    text        bytea not null,
    key         bytea not null,
    answered_at timestamptz not null,
    answered_by text not null
);
create index objection_of_holder on lic.objection (holder, opened_at);

create or replace function lic.object_to(who lic.caller, now timestamptz, o lic.objection) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    o.holder := who.self;
    o.client := who.client;
    verdict := case when exists (select from lic.objection e where e.client = o.client and e.idempotency_key = o.idempotency_key) then 'key-reused'
                    when not exists (select from lic.held(who.self) h where h.id = o.licence) then 'unknown'
                    else 'ok' end;
    if verdict = 'ok' then
        insert into lic.objection select o.*;
    end if;
    perform lic.note(who, now, 'object', verdict, null, null, null, who.self, o.licence, null, null, null);
    return verdict;
end $$;

-- What the caller said under this key before.
create function lic.objection_said(who lic.caller, by_key text)
returns table (id text, licence text, text bytea, key bytea, wrapped bytea, holder bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select o.id, o.licence, o.text, o.key, k.wrapped, o.holder
    from lic.objection o join lic.holder_key k on k.holder = o.holder and k.wrapped is not null
    where o.client = who.client and o.idempotency_key = by_key and o.holder = who.self;
end;

-- What somebody objected to, and what was answered; the newest first.
create function lic.objections_of(who lic.caller, before text, how_many integer)
returns table (id text, licence text, type text, opened_at timestamptz, settled_at timestamptz, text bytea, key bytea, wrapped bytea, holder bytea,
    answer bytea, answer_key bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select o.id, o.licence, l.type, o.opened_at, o.settled_at, o.text, o.key, k.wrapped, o.holder, w.text, w.key
    from lic.objection o join lic.licence l on l.id = o.licence join lic.holder_key k on k.holder = o.holder and k.wrapped is not null
        left join lic.objection_answer w on w.objection = o.id
    where o.holder = who.self
      and (before is null or (o.opened_at, o.id) < (select b.opened_at, b.id from lic.objection b where b.id = before and b.holder = who.self))
    order by o.opened_at desc, o.id desc limit least(how_many, 200);
end;

-- For whom an answer is sealed, while one is wanted from this issuer.
create function lic.objection_holder(by_issuer text, which text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select o.holder from lic.objection o join lic.licence l on l.id = o.licence join lic.holder_key k on k.holder = o.holder and k.wrapped is not null
    where o.id = which and o.settled_at is null and l.issuer = by_issuer limit 1;
end;

create function lic.answer_objection(who lic.caller, now timestamptz, by_issuer text, which text, answer bytea, answer_key bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text := lic.settle_objection(who, now, by_issuer, which);
begin
    if verdict = 'ok' then
        insert into lic.objection_answer values (which, answer, answer_key, now, who.subject);
    end if;
    return verdict;
end $$;

-- At how many different holders somebody at work may look within an hour, and a department within a day. Who owns the tables writes it at a
-- start of the hub, whose own role cannot.
create table lic.budget (
    only_one boolean primary key default true check (only_one),
    an_hour  integer not null check (an_hour > 0),
    a_day    integer not null check (a_day > 0)
);
insert into lic.budget (an_hour, a_day) values (60, 2000);

-- Whether the actor may look at one more holder. Holders and the hub itself, which only asks for cases, have no budget. Whom one saw already
-- costs nothing.
create or replace function lic.within_budget(who lic.caller, now timestamptz, whose bytea) returns boolean language plpgsql as $$
declare
    spender record;
begin
    if who.client = 'hub' or who.self is not null then
        return true;
    end if;
    for spender in
        select 'actor ' || who.subject as name, interval '1 hour' as span, b.an_hour as budget from lic.budget b
        union all select 'department ' || who.department, interval '1 day', b.a_day from lic.budget b where who.department is not null
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
