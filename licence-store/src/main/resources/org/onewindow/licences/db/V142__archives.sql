-- How long what people handed in stays. What came and nobody used: a day (upload.expires_at). The own space: mat.material.kept_until. What a case
-- bears: for good, or until two people end the archives of a matter (mat.disposal).

-- That the archives of a matter are ended, for the cases that were over before a day (档案销毁): one says so, another does it.
create table mat.disposal (
    id              text primary key,
    matter          text not null,
    ended_before    date not null,
    years           integer not null check (years >= 10),    -- 国家档案局令第8号: thirty or ten, else for good
    cases           integer not null,                        -- how many they were when it was asked
    asked_at        timestamptz not null,
    asked_by        text not null,
    client          text not null,
    idempotency_key text not null,
    confirmed_by    text,
    confirmed_at    timestamptz,
    reached_at      timestamptz not null,                    -- how far it has come: cases are taken in the order in which they came in
    reached         text not null,
    done_at         timestamptz,
    unique (client, idempotency_key),
    check ((confirmed_at is null) = (confirmed_by is null) and confirmed_by <> asked_by)
);
create unique index disposal_under_way on mat.disposal (matter) where done_at is null;

-- Whose archive was ended (销毁清册). Never changed.
create table mat.disposed (
    case_number text primary key,
    disposal    text not null references mat.disposal,
    disposed_at timestamptz not null
);
create index disposed_of on mat.disposed (disposal);
create trigger disposed_stays before update or delete or truncate on mat.disposed for each statement execute function audit.refuse_change();

-- Which cases it is about, behind a place in their order.
create function mat.cases_to_dispose(d mat.disposal) returns table (number text, received_at timestamptz) language sql stable
begin atomic
    select f.number, f.received_at from public.case_file f
    where f.matter = d.matter and (f.received_at, f.number) > (d.reached_at, d.reached)
      and f.received_at < (d.ended_before::timestamp at time zone 'Asia/Shanghai')
      and f.finished_at < (d.ended_before::timestamp at time zone 'Asia/Shanghai')
      and not exists (select from mat.disposed o where o.case_number = f.number)
    order by f.received_at, f.number;
end;

-- The first word. Said again it is the same wish; a matter has one at a time.
create function mat.ask_disposal(who lic.caller, now timestamptz, d mat.disposal) returns table (outcome text, id text, cases integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before mat.disposal;
    verdict text;
begin
    perform pg_advisory_xact_lock(hashtextextended('disposal ' || d.matter, 0));
    d.asked_at := now;
    d.asked_by := who.subject;
    d.client := who.client;
    d.confirmed_by := null;
    d.confirmed_at := null;
    d.reached_at := '-infinity';
    d.reached := '';
    d.done_at := null;
    d.cases := (select count(*) from mat.cases_to_dispose(d));
    select o.* into before from mat.disposal o where o.client = d.client and o.idempotency_key = d.idempotency_key;
    verdict := case when before.id is not null and (before.matter, before.ended_before) is distinct from (d.matter, d.ended_before) then 'key-reused'
                    when before.id is not null then 'again'
                    when d.ended_before > (lic.day(now) - make_interval(years => greatest(d.years, 10)))::date then 'too-early'
                    when exists (select from mat.disposal o where o.matter = d.matter and o.done_at is null) then 'under-way' else 'ok' end;
    if verdict = 'ok' then
        insert into mat.disposal select d.*;
    end if;
    perform lic.note(who, now, 'ask-disposal', verdict, d.matter, null, null, null, null, null, null, array[d.ended_before::text]);
    return query select verdict, coalesce(before.id, d.id), coalesce(before.cases, d.cases);
end $$;

-- The second person's word.
create function mat.confirm_disposal(who lic.caller, now timestamptz, which text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    d mat.disposal;
    verdict text;
begin
    select o.* into d from mat.disposal o where o.id = which for update;
    verdict := case when d.id is null then 'unknown' when d.confirmed_at is not null then 'again'
                    when d.asked_by = who.subject then 'second-person' else 'ok' end;
    if verdict = 'ok' then
        update mat.disposal o set confirmed_by = who.subject, confirmed_at = now where o.id = which;
    end if;
    perform lic.note(who, now, 'confirm-disposal', verdict, d.matter, null, null, null, null, null, null, array[d.ended_before::text]);
    return verdict;
end $$;

-- Somebody thought better of it, and nobody had confirmed it.
create function mat.withdraw_disposal(who lic.caller, now timestamptz, which text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    hit boolean;
begin
    delete from mat.disposal d where d.id = which and d.confirmed_at is null;
    hit := found;
    perform lic.note(who, now, 'withdraw-disposal', case when hit then 'ok' else 'unknown' end, null, null, null, null, null, null, null, null);
    return hit;
end $$;

create function mat.disposals(how_many integer) returns table (id text, matter text, ended_before date, cases integer, ended integer,
    asked_at timestamptz, confirmed_at timestamptz, done_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select d.id, d.matter, d.ended_before, d.cases, (select count(*)::integer from mat.disposed o where o.disposal = d.id),
        d.asked_at, d.confirmed_at, d.done_at
    from mat.disposal d order by d.asked_at desc, d.id limit least(how_many, 200);
end;

-- The next case of a disposal that two people want, written down; whoever calls drops the archive's keys in the same transaction. One node at
-- a time. Null: there is none, and the disposal is done.
create function mat.dispose_next(who lic.caller, now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    d mat.disposal;
    f record;
begin
    select o.* into d from mat.disposal o where o.confirmed_at is not null and o.done_at is null
    order by o.confirmed_at, o.id limit 1 for update skip locked;
    if d.id is null then
        return null;
    end if;
    select c.* into f from mat.cases_to_dispose(d) c limit 1;
    if f.number is null then
        update mat.disposal o set done_at = now where o.id = d.id;
        return null;
    end if;
    insert into mat.disposed values (f.number, d.id, now);
    perform lic.note(who, now, 'dispose-archive', 'ok', null, null, null, null, null, null, f.number, null);
    update mat.disposal o set reached_at = f.received_at, reached = f.number where o.id = d.id;
    return f.number;
end $$;

-- As before, and nothing of a case whose archive was ended, though its holder may have it in their own space.
create or replace function mat.show(who lic.caller, now timestamptz, which_upload text, material_type text, which_case text, whose bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case when whose is null then 'unknown'
                    when who.self is null and not lic.case_names(which_case, whose) then 'no-purpose'
                    when exists (select from mat.disposed d where d.case_number = which_case) then 'ended'
                    when not lic.within_budget(who, now, whose) then 'over-budget' else 'ok' end;
    perform lic.note(who, now, 'show-material', verdict, null, null, null, whose, which_upload, material_type, which_case, null);
    return verdict;
end $$;
