-- Who was refused at a door of the stores is written down as who was let in is; holders read who looked at their materials; and what is counted
-- says how little people are asked for.

-- The hub refused before it asked the stores: whatever it says, it cannot say that somebody was let in.
create function lic.note_refusal(who lic.caller, now timestamptz, action text, why text, whose bytea, which text, types text, which_case text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if why = 'ok' then
        raise exception 'a refusal has a reason' using errcode = 'check_violation';
    end if;
    perform lic.note(who, now, action, why, null, null, null, whose, which, types, which_case, null);
end $$;

-- Looks at what somebody handed in, their own among them, and that somebody else was allowed to look whether there is anything (of which kinds,
-- for which matter): the newest first.
create function mat.looks_at(who lic.caller, before bigint, how_many integer)
returns table (id bigint, at timestamptz, how text, material text, type text, matter text, case_number text, client text, department text, own boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select e.seq, e.at, e.action, e.licence, e.type, e.fields[1], e.case_number, e.client, e.department, e.actor = who.subject
    from audit.event e
    where e.holder = who.self and e.outcome = 'ok' and e.action in ('look-for', 'show-material', 'send-material', 'saw-original') and e.seq < before
    order by e.seq desc limit least(how_many, 200);
end;

-- With what somebody's form was filled in for them, as keyed hashes by field: until they apply, a day at most.
create table mat.offered (
    holder     bytea not null check (octet_length(holder) = 16),
    matter     text not null,
    offered_at timestamptz not null,
    fields     text[] not null,
    hashes     text[] not null,
    primary key (holder, matter)
);
create index offered_at on mat.offered (offered_at);

-- How many of these a case came in with unchanged: numbers only.
create table mat.filled (
    case_number text primary key,
    offered     integer not null,
    unchanged   integer not null check (unchanged between 0 and offered)
);

create trigger filled_stays before update or delete or truncate on mat.filled for each statement execute function audit.refuse_change();

-- What is over is taken away a little at a time, and last: whoever holds a lock here waits for none.
create function mat.offer(now timestamptz, whose bytea, for_matter text, its_fields text[], its_hashes text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into mat.offered values (whose, for_matter, now, its_fields, its_hashes)
    on conflict (holder, matter) do update set offered_at = excluded.offered_at, fields = excluded.fields, hashes = excluded.hashes;
    delete from mat.offered o where o.ctid = any (array(
        select p.ctid from mat.offered p where p.offered_at < now - interval '1 day' order by p.offered_at limit 100 for update skip locked));
end $$;

-- In the transaction in which the case comes in, with others: the offer is used up by it. One that is in somebody else's hand at this moment is
-- not counted, for no case waits for a number.
create function mat.fill(now timestamptz, whose bytea, for_matter text, which_case text, its_fields text[], its_hashes text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    o mat.offered;
begin
    select * into o from mat.offered d where d.holder = whose and d.matter = for_matter for update skip locked;
    if o.holder is not null then
        delete from mat.offered d where d.holder = whose and d.matter = for_matter;
    end if;
    if o.offered_at >= now - interval '1 day' then
        insert into mat.filled
        select which_case, cardinality(o.fields), count(g.field)
        from unnest(o.fields, o.hashes) as f(field, hash)
            left join unnest(its_fields, its_hashes) as g(field, hash) on g.field = f.field and g.hash = f.hash;
    end if;
end $$;

-- How each requirement of the cases that came in meanwhile stands, by matter: as it was when the materials were complete, before that as it was
-- told last. What nobody has said anything of yet is no requirement. A licence that another case of the hub issued is of that case.
create function mat.requirements_between(since timestamptz, until_then timestamptz)
returns table (matter text, cases bigint, data bigint, licence bigint, other_case bigint, stored bigint, commitment bigint, upload bigint,
    wanted bigint, asked_later bigint, fields bigint, offered bigint, unchanged bigint, overrides bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    with came as (
        select f.number, f.matter, f.request, f.progress,
            (select e.details from public.case_event e where e.number = f.number and e.kind = 'materials-complete' order by e.seq desc limit 1) as complete
        from public.case_file f where f.received_at >= since and f.received_at < until_then
    ), stood as (
        select c.number, d.value as standing from came c cross join lateral jsonb_each_text(c.complete) d
        union all
        select c.number, i.item ->> 'standing' from came c
            cross join lateral (select l.body from mat.checklist l where l.case_number = c.number order by l.number desc limit 1) l
            cross join lateral jsonb_array_elements(l.body::jsonb -> 'items') as i(item)
        where c.complete is null
    ), counted as (
        select s.number, count(*) filter (where s.standing = 'satisfied-data') as data,
            count(*) filter (where s.standing = 'satisfied-licence') as licence,
            count(*) filter (where s.standing = 'satisfied-stored') as stored,
            count(*) filter (where s.standing = 'satisfied-commitment') as commitment,
            count(*) filter (where s.standing = 'satisfied-upload') as upload,
            count(*) filter (where s.standing not like 'satisfied-%' and s.standing not in ('source-down', 'awaited')) as wanted
        from stood s group by s.number
    )
    select c.matter, count(*), coalesce(sum(n.data), 0)::bigint, coalesce(sum(greatest(n.licence - others.licences, 0)), 0)::bigint,
        coalesce(sum(others.licences) filter (where n.number is not null), 0)::bigint, coalesce(sum(n.stored), 0)::bigint,
        coalesce(sum(n.commitment), 0)::bigint, coalesce(sum(n.upload), 0)::bigint, coalesce(sum(n.wanted), 0)::bigint,
        coalesce(sum(later.items), 0)::bigint, coalesce(sum(form.leaves), 0)::bigint,
        coalesce(sum(w.offered), 0)::bigint, coalesce(sum(w.unchanged), 0)::bigint,
        coalesce((select o.overrides from mat.overrides_between(since, until_then) o where o.matter = c.matter), 0)
    from came c
        left join counted n on n.number = c.number
        left join mat.filled w on w.case_number = c.number
        cross join lateral (select count(*) as licences from jsonb_array_elements(c.request -> 'materials') as m(material)
            cross join lateral (select u."first", u.licence from lic.use u
                where u.licence = m.material ->> 'licence' and u.case_number = c.number limit 1) u
            join lic.licence l on l.id = u.licence and l.holder = u."first"
            where l.case_number is not null and l.case_number <> c.number and c.complete is not null) others
        cross join lateral (select sum(jsonb_array_length(s.supplement -> 'items')) as items
            from jsonb_array_elements(c.progress -> 'supplements') as s(supplement) where s.supplement ->> 'stepKey' is not null) later
        cross join lateral (select count(*) as leaves
            from jsonb_path_query(c.request -> 'form', 'strict $.** ? (@.type() != "object" && @.type() != "array" && @.type() != "null")')) form
    group by c.matter order by c.matter;
end;

-- By the versions' days (V145): rows of licences move with each word of their issuers.
create or replace function lic.issued_between(since timestamptz, until_then timestamptz)
returns table (day date, type text, source text, licences bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select lic.day(l.recorded_at), l.type, l.source, count(*)
    from lic.version v join lic.licence l on l.id = v.id and l.holder = v.holder and l.recorded_at = v.recorded_at
    where v.recorded_at >= since and v.recorded_at < until_then
      and v.version = (select min(f.version) from lic.version f where f.id = v.id and f.holder = v.holder)
    group by 1, 2, 3 order by 1, 2, 3;
end;

-- As before; and no case of theirs comes in between the count and the end of the transaction: a case takes this lock of each of its people,
-- too, beside others that do. Where one is just coming in nobody is forgotten, and nobody waits: whoever waited for it alone would keep
-- all later cases of theirs waiting. What waited to be compared with their next form is forgotten as well.
create or replace function lic.confirm_erasure(who lic.caller, now timestamptz, which text, whose bytea) returns table (outcome text, cases integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    e lic.erasure;
    verdict text;
    open_cases integer := 0;
begin
    select o.* into e from lic.erasure o where o.id = which for update;
    if e.id is not null then
        if pg_try_advisory_xact_lock(hashtextextended('person ' || e.person, 0)) then
            open_cases := lic.open_cases_of(e.person);
        else
            open_cases := 1;
        end if;
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
        delete from mat.offered o where o.holder = e.holder;
        perform lic.destroy_key(who, now, e.holder);
    end if;
    return query select verdict, open_cases;
end $$;
