-- What the hub's own role may do here: call the functions that are made for it ("security definer"), nothing else. Where the owner runs
-- everything (a trial database without roles) there is nobody to give it to.
do $$
declare
    f regprocedure;
begin
    -- several nodes may start at once
    perform pg_advisory_xact_lock(hashtext('hub_app'));
    for f in select p.oid from pg_proc p where p.pronamespace in ('lic'::regnamespace, 'audit'::regnamespace, 'mat'::regnamespace) loop
        execute format('revoke all on function %s from public', f);
    end loop;
    -- A plan for these very arguments looks cheaper on tables of sixteen parts, and costs a millisecond of planning at each call.
    for f in select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace in ('lic'::regnamespace, 'mat'::regnamespace) and l.lanname = 'plpgsql' and p.prosecdef
          and not coalesce(p.proconfig, '{}') @> '{plan_cache_mode=force_generic_plan}' loop
        execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    end loop;
    if exists (select from pg_roles where rolname = 'hub_app') then
        grant usage on schema lic, audit, mat, blob to hub_app;
        revoke all on all tables in schema lic, audit, mat, blob from hub_app;
        -- bytes are added and deleted, never changed; what is sealed needs no function that guards it
        grant select, insert, delete on all tables in schema blob to hub_app;
        grant update (content_mac, size, engine) on blob.object to hub_app;
        grant update (due_at, swept) on blob.doomed to hub_app;
        grant update (received, expires_at) on blob.incoming to hub_app;
        grant select, insert on lic.holder_key, audit.seal to hub_app;
        grant select on audit.event, audit.ended to hub_app;
        for f in select p.oid from pg_proc p where p.pronamespace in ('lic'::regnamespace, 'mat'::regnamespace) and p.prosecdef loop
            execute format('grant execute on function %s to hub_app', f);
        end loop;
    end if;
end $$;
