-- What people handed in once and may use again (申请人的空间), and the checklists that were told (一次性告知书). As in the licence store the
-- hub's own role only calls functions, and each writes down what it was asked; audit.event.licence then holds the material's id.

create schema mat;

-- The bytes are an upload's. Whoever a row is about is a keyed hash of 16 bytes.
create table mat.material (
    id           text primary key,
    holder       bytea not null check (octet_length(holder) = 16),
    type         text not null,
    upload       text not null,
    level        text not null check (level in ('A', 'B', 'C', 'D')),
    watched      jsonb not null,               -- what it was true for: keyed hashes by name
    first_case   text not null,
    handed_in_at timestamptz not null,
    last_used_at timestamptz not null,
    kept_until   date not null,                -- the last day; a new use moves it
    state        text not null check (state in ('kept', 'restricted', 'deleted')),
    unique (first_case, type, holder)
);
create index material_of_holder on mat.material (holder, handed_in_at);
create index material_over on mat.material (kept_until) where state <> 'deleted';

-- "Unchanged", as somebody said it for a case. Never changed.
create table mat.reuse (
    material    text not null references mat.material,
    case_number text not null,
    said_by     text not null,
    said_at     timestamptz not null,
    primary key (material, case_number)
);

-- Whether somebody wants their materials kept for later; no row: nothing was said, they are kept.
create table mat.consent (
    holder  bytea primary key,
    keeps   boolean not null,
    said_at timestamptz not null
);

-- Each list of a case as it was told. Never changed.
create table mat.checklist (
    case_number  text not null,
    number       integer not null,
    sha256       text not null check (length(sha256) = 64),
    rule_version text not null,
    as_of        timestamptz not null,
    body         text not null,                -- canonical JSON; sha256 is of its bytes
    wanted       text[] not null,              -- what was asked of the applicant
    new_facts    text[] not null,              -- of these, what is asked because something became known since
    primary key (case_number, number),
    unique (case_number, sha256)
);

create trigger reuse_stays before update or delete or truncate on mat.reuse for each statement execute function audit.refuse_change();
create trigger checklist_stays before update or delete or truncate on mat.checklist for each statement execute function audit.refuse_change();

-- A case was accepted with it: from now on its holder can use it again, unless they said they do not want that.
create function mat.keep(who lic.caller, now timestamptz, m mat.material) returns text
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
        insert into mat.material select m.* on conflict (first_case, type, holder) do nothing;
    end if;
    perform lic.note(who, now, 'keep-material', verdict, null, null, null, m.holder, m.id, m.type, m.first_case, null);
    return verdict;
end $$;

-- Used again for a case that names its holder.
create function mat.use_again(who lic.caller, now timestamptz, which text, which_case text, by text, until_day date) returns text
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
        update mat.material o set last_used_at = now, kept_until = greatest(o.kept_until, until_day) where o.id = which;
    end if;
    perform lic.note(who, now, 'use-material', verdict, null, null, null, m.holder, which, m.type, which_case, null);
    return verdict;
end $$;

-- What there is of somebody, for a checklist: by themself, or for an open case that names them.
create function mat.look(who lic.caller, now timestamptz, whose bytea, wanted text[], which_case text) returns setof mat.material
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case when who.self = whose then 'ok'
                    when who.client <> 'hub' or which_case is null or not lic.case_names(which_case, whose) then 'no-purpose'
                    else 'ok' end;
    perform lic.note(who, now, 'sense-material', verdict, null, null, null, whose, null, array_to_string(wanted, ' '), which_case, null);
    if verdict = 'ok' then
        return query select o.* from mat.material o
            where o.holder = whose and o.type = any (wanted) and o.state = 'kept' and o.kept_until >= lic.day(now)
              and not exists (select from mat.consent c where c.holder = whose and not c.keeps)
            order by o.handed_in_at desc, o.id limit 100;
    end if;
end $$;

create function mat.is_of(which text, whose bytea) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select exists (select from mat.material m where m.id = which and m.state = 'kept' and m.holder = whose);
end;

-- The holder's own space; the newest first.
create function mat.space(who lic.caller, now timestamptz) returns setof mat.material
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform lic.note(who, now, 'own-space', 'ok', 'holder-live', null, null, who.self, null, null, null, null);
    return query select o.* from mat.material o where o.holder = who.self and o.state <> 'deleted' order by o.handed_in_at desc, o.id limit 200;
end $$;

-- Restricts, frees again or deletes; by its holder. Cases that bear it keep their own copy, as archive law wants it.
create function mat.change(who lic.caller, now timestamptz, which text, to_state text) returns mat.material
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    m mat.material;
begin
    update mat.material o set state = to_state where o.id = which and o.holder = who.self and o.state <> 'deleted' returning * into m;
    perform lic.note(who, now, to_state || '-material', case when m.id is null then 'unknown' else 'ok' end, 'holder-live', null, null, who.self, which, m.type, null, null);
    return m;
end $$;

create function mat.say(who lic.caller, now timestamptz, keeps boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into mat.consent values (who.self, keeps, now) on conflict (holder) do update set keeps = excluded.keeps, said_at = excluded.said_at;
    perform lic.note(who, now, 'say-keeps', keeps::text, 'holder-live', null, null, who.self, null, null, null, null);
end $$;

create function mat.keeps(who lic.caller) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select coalesce((select c.keeps from mat.consent c where c.holder = who.self), true);
end;

-- A clerk held it against the original, for an open case that names its holder.
create function mat.confirm(who lic.caller, now timestamptz, which text, which_case text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    m mat.material;
begin
    update mat.material o set level = 'B' where o.id = which and o.state = 'kept' and o.level in ('C', 'D')
        and lic.case_names(which_case, o.holder) and exists (select from mat.reuse r where r.material = o.id and r.case_number = which_case
            union all select where o.first_case = which_case)
    returning * into m;
    perform lic.note(who, now, 'saw-original', case when m.id is null then 'unknown' else 'ok' end, null, null, null, m.holder, which, m.type, which_case, null);
    return case when m.id is null then 'unknown' else 'ok' end;
end $$;

-- Whose time is over, at most so many; and one of them is gone.
create function mat.over(now timestamptz, how_many integer) returns setof text language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select m.id from mat.material m where m.kept_until < lic.day(now) and m.state <> 'deleted' order by m.kept_until limit how_many;
end;

create function mat.expire(who lic.caller, now timestamptz, which text) returns mat.material
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    m mat.material;
begin
    update mat.material o set state = 'deleted' where o.id = which and o.state <> 'deleted' and o.kept_until < lic.day(now) returning * into m;
    perform lic.note(who, now, 'expired-material', case when m.id is null then 'unknown' else 'ok' end, null, null, null, m.holder, which, m.type, null, null);
    return m;
end $$;

create function mat.is_still_used(which_upload text, whose bytea) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select exists (select from mat.material m where m.upload = which_upload and m.holder = whose and m.state <> 'deleted');
end;

-- Its bytes are about to be given to a department.
create function mat.sent(who lic.caller, now timestamptz, upload text, material_type text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    select lic.note(who, now, 'send-material', 'ok', null, null, null, null, upload, material_type, null, null);
end;

-- Keeps a list as it is told. What was not asked before may be asked now only where something new became known.
create function mat.freeze(which_case text, list mat.checklist) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    earlier record;
begin
    perform pg_advisory_xact_lock(hashtextextended('checklist ' || which_case, 0));
    if exists (select from mat.checklist c where c.case_number = which_case and c.sha256 = list.sha256) then
        return 'ok';
    end if;
    select max(c.number) as number, array(select distinct w from mat.checklist d, unnest(d.wanted) w where d.case_number = which_case) as wanted
    into earlier from mat.checklist c where c.case_number = which_case;
    if earlier.number is not null and exists (select from unnest(list.wanted) w where w <> all (earlier.wanted) and w <> all (list.new_facts)) then
        return 'grows';
    end if;
    insert into mat.checklist values (which_case, coalesce(earlier.number, 0) + 1, list.sha256, list.rule_version, list.as_of, list.body, list.wanted, list.new_facts);
    return 'ok';
end $$;

create function mat.frozen(which_case text) returns setof mat.checklist language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select c.* from mat.checklist c where c.case_number = which_case order by c.number;
end;

-- Erasure: nothing that is sealed under this key can be opened again, and nothing of theirs is offered any more.
create or replace function lic.destroy_key(who lic.caller, now timestamptz, whose bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    destroyed boolean;
begin
    update lic.holder_key k set wrapped = null, destroyed_at = now where k.holder = whose and k.wrapped is not null;
    destroyed := found;
    update mat.material m set state = 'deleted' where m.holder = whose;
    perform lic.note(who, now, 'destroy-key', case when destroyed then 'ok' else 'unknown' end, null, null, null, whose, null, null, null, null);
    return destroyed;
end $$;
