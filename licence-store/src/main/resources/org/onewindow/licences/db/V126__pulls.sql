-- Licences that the hub asks their issuers for: who asked, for whom, and what the issuer said.

-- What an issuer said when it was asked, by the version that it became. The same said again makes no other version.
create table lic.pull (
    id           text not null,
    holder       bytea not null,                -- the licence's first
    version      integer not null,
    said         bytea not null check (octet_length(said) = 32), -- keyed hash of what stood on it
    department   text not null,
    pulled_at    timestamptz not null,
    confirmed_at timestamptz not null,          -- when it last said the same
    told         boolean not null default false, -- whether the cases that lack it know that it is in force
    primary key (id, version, holder)
) partition by hash (holder);
do $$
begin
    for i in 0 .. 15 loop
        execute format('create table lic.pull_%s partition of lic.pull for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;

-- When an issuer was last asked about somebody, and what came of it: kept, none, away; null: nothing yet.
create table lic.asked (
    holder   bytea not null,
    type     text not null,
    asked_at timestamptz not null,
    answer   text check (answer in ('kept', 'none', 'away')),
    primary key (holder, type)
);

-- Whether somebody may have an issuer asked about somebody: about themself; the hub for an open case that names them. Whoever asks about
-- themself has the last answer for a minute, or for five seconds where there is none: one person never uses up what the issuer takes.
create function lic.ask_issuer(who lic.caller, now timestamptz, whose bytea, wanted text, which_case text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    verdict := case
        when who.self = whose then 'ok'
        when who.client <> 'hub' or who.self is not null or which_case is null or not lic.case_names(which_case, whose) then 'no-purpose'
        else 'ok' end;
    if verdict = 'ok' then
        insert into lic.asked as a values (whose, wanted, now, null)
        on conflict (holder, type) do update set asked_at = excluded.asked_at, answer = null
        where who.self is null or a.asked_at > excluded.asked_at + interval '1 minute'
           or a.asked_at <= excluded.asked_at - case when a.answer in ('kept', 'none') then interval '1 minute' else interval '5 seconds' end;
        if not found then
            verdict := (select coalesce(a.answer, 'away') || '-lately' from lic.asked a where a.holder = whose and a.type = wanted);
        end if;
    end if;
    perform lic.note(who, now, 'ask-issuer', verdict, null, null, null, whose, null, wanted, which_case, null);
    return verdict;
end $$;

-- What came of asking.
create function lic.issuer_said(who lic.caller, now timestamptz, whose bytea, wanted text, which_case text, said text, for_short text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update lic.asked a set answer = for_short where a.holder = whose and a.type = wanted;
    perform lic.note(who, now, 'issuer-said', said, null, null, null, whose, null, wanted, which_case, null);
end $$;

-- The licence under a number, whose it is, and what its issuer said of its present version when it was asked; no content. Until the
-- transaction ends nobody else adds, renews or changes one of this number.
create function lic.pull_of(which bytea, by_issuer text)
returns table (id text, version integer, state text, source_as_of timestamptz, holders bytea[], said bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(which, 'hex'), 0));
    perform from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder where n.number = which for update of l;
    -- renewals keep the holders, so they are those of its first version
    return query select l.id, l.version, l.state, l.source_as_of, v.key_holders, p.said
        from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder
            cross join lateral (select f.key_holders from lic.version f where f.id = l.id and f.holder = l.holder order by f.version limit 1) v
            left join lic.pull p on p.id = l.id and p.version = l.version and p.holder = l.holder
        where n.number = which and l.issuer = by_issuer;
end $$;

-- The issuer says that it stands as its present version does: from now on that is its last word, unless a later one came meanwhile. What
-- is revoked or cancelled stays so. untold: cases that lack it do not know yet that it is in force.
create function lic.keep_pull(who lic.caller, now timestamptz, which bytea, by_issuer text, its_said bytea, by_department text, as_of timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
    knows boolean;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case when l.id is null or l.issuer <> by_issuer then 'unknown'
                    when as_of < l.source_as_of then 'stale'
                    when l.state not in ('valid', 'suspended') then 'wrong-state' else 'ok' end;
    if verdict = 'ok' then
        insert into lic.pull as p (id, holder, version, said, department, pulled_at, confirmed_at)
        values (l.id, l.holder, l.version, its_said, by_department, now, now)
        on conflict (id, version, holder) do update set confirmed_at = excluded.confirmed_at, told = p.told and l.state = 'valid'
        returning p.told into knows;
        update lic.licence o set source_as_of = as_of, state = 'valid', reason = null, effective_on = null
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, 'pull', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return case when verdict = 'ok' and not knows then 'untold' else verdict end;
end $$;

-- The cases that lack it were told.
create function lic.pull_told(which bytea) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update lic.pull p set told = true from lic.number n join lic.licence l on l.id = n.id and l.holder = n.holder
    where n.number = which and p.id = l.id and p.holder = l.holder and p.version = l.version and l.state = 'valid';
end $$;

-- Other people hold it now: one of its own under the same number, whose versions go on where those of the one before ended.
create function lic.reissue(who lic.caller, now timestamptz, l lic.licence, v lic.version, supersedes bytea, co_holders bytea[], representatives bytea[])
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    perform pg_advisory_xact_lock(hashtextextended(encode(l.number, 'hex'), 0));
    update lic.licence o set state = 'superseded', superseded_by = l.id, effective_on = lic.day(now) from lic.number n
    where n.number = l.number and o.id = n.id and o.holder = n.holder and o.issuer = l.issuer and o.state in ('valid', 'suspended')
      and o.source_as_of <= l.source_as_of and l.version = o.version + 1 and l.version <= 999;
    verdict := case when found then 'ok' else 'conflict' end;
    if verdict = 'ok' then
        update lic.number n set id = l.id, holder = l.holder where n.number = l.number;
        insert into lic.licence select l.*;
        insert into lic.version select v.*;
        insert into lic.co_holder select c, l.id, l.holder, 'holder' from unnest(co_holders) c;
        insert into lic.co_holder select c, l.id, l.holder, 'legal-representative' from unnest(representatives) c;
    end if;
    perform lic.note(who, now, 'reissue', verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;

-- Suspends, resumes, revokes or cancels; an older word of the source than the last one changes nothing. That it is over for good is never
-- too old, whatever the clocks show: the same number comes back by a case only, and what was said before that was of another licence.
create or replace function lic.change(who lic.caller, now timestamptz, which bytea, by_issuer text, to_state text, why text, from_day date, as_of timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    l lic.licence;
    verdict text;
begin
    select o.* into l from lic.number n join lic.licence o on o.id = n.id and o.holder = n.holder where n.number = which for update of o;
    verdict := case
        when l.id is null or l.issuer <> by_issuer then 'unknown'
        when as_of < case when to_state not in ('revoked', 'cancelled') then l.source_as_of
                          when l.case_number is null then '-infinity' else least(l.source_as_of, l.recorded_at) end then 'stale'
        when (l.state, to_state) in (('valid', 'suspended'), ('suspended', 'valid'), ('valid', 'revoked'), ('suspended', 'revoked'),
                ('valid', 'cancelled'), ('suspended', 'cancelled')) then 'ok'
        when l.state = to_state then 'already'
        else 'wrong-state' end;
    if verdict = 'ok' then
        update lic.licence o set state = to_state, reason = case when to_state <> 'valid' then why end,
            effective_on = case when to_state <> 'valid' then coalesce(from_day, lic.day(now)) end, source_as_of = greatest(o.source_as_of, as_of)
        where o.id = l.id and o.holder = l.holder;
    end if;
    perform lic.note(who, now, to_state, verdict, null, null, null, l.holder, l.id, l.type, null, null);
    return verdict;
end $$;
