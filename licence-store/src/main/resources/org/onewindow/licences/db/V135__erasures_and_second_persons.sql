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
                    when who.self is not null and not e.by_holder then 'not-the-holder'
                    when before.id is not null then 'again'
                    when open_cases > 0 then 'open-cases' else 'ok' end;
    if verdict = 'ok' then
        insert into lic.erasure select e.*;
    end if;
    perform lic.note(who, now, 'ask-erasure', verdict, e.reason, null, null, e.holder, null, null, null, null);
    return query select verdict, coalesce(before.id, e.id), open_cases;
end $$;

-- The second person's word: the key is destroyed, and what rests on this person's word ends with it.
create function lic.confirm_erasure(who lic.caller, now timestamptz, which text) returns table (outcome text, cases integer)
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
    verdict := case when e.id is null or who.self is not null then 'unknown'
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

-- Those that wait for a second person; the oldest first.
create function lic.erasures_waiting(how_many integer) returns table (id text, reason text, by_holder boolean, asked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select e.id, e.reason, e.by_holder, e.asked_at from lic.erasure e where e.done_at is null order by e.asked_at limit least(how_many, 200);
end;
