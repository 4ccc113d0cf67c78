-- What is printed on documents: a code that tells the state, and on copies for whom they were made.

-- For whoever holds a print in their hand: the state of the licence with this random id, or unknown; the same work for both. known_for: for
-- how many seconds the last word of an issuer says anything, by type. (lic.verify_print, which finds it by its number, is for older nodes.)
create function lic.verify_mark(who lic.caller, now timestamptz, which text, its_version integer, genuine boolean, known_for jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    verdict text;
begin
    select case when not genuine then null
                when l.version <> its_version then 'superseded'
                when l.source_as_of < now - make_interval(secs => (known_for ->> l.type)::double precision) then 'unknown'
                else lic.state_on(l, lic.day(now)) end into verdict
    from lic.licence l where l.id = which limit 1;
    perform lic.note(who, now, 'verify-print', coalesce(verdict, 'unknown'), null, null, null, null, null, null, null, null);
    return coalesce(verdict, 'unknown');
end $$;

-- For what a document is made, for a use that is committed, within the time in which lic.content tells what stands on it.
create function lic.purpose_of(used bigint) returns table (purpose text, case_number text, holder bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select u.purpose, u.case_number, u.holder from lic.use u
    where u.id = used and u.mode = 'document' and u.case_number is not null and u.xid is distinct from pg_current_xact_id_if_assigned()
        and u.noted_at > clock_timestamp() - interval '1 minute';
end;
