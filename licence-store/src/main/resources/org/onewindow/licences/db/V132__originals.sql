-- The signed document of a licence (电子证照原件): made when its holder first asks for it, and kept as it is. Each of several holders has one
-- of their own, since it tells less of the others; so it is sealed under their key alone, and goes with it.

create table lic.original (
    licence text not null,
    version integer not null,
    holder  bytea not null,                    -- whose it is
    content bytea not null,
    sha256  bytea not null,                    -- of the sealed bytes
    key     bytea not null,                    -- the content's own, wrapped for the holder
    made_at timestamptz not null default clock_timestamp(),
    primary key (holder, licence, version)
) partition by hash (holder);

do $$
begin
    for i in 0 .. 15 loop
        execute format('create table lic.original_%s partition of lic.original for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;
create trigger original_stays before update or delete or truncate on lic.original for each statement execute function audit.refuse_change();

-- The holder asks for the document of one of their own. As with each own look an authorisation is made for it and used up at once; a document
-- is only given of what is in force now. known_for: for how many seconds the last word of an issuer says
-- anything, by type.
create function lic.use_original(who lic.caller, now timestamptz, grant_id text, one text, known_for jsonb)
returns table (outcome text, use_id bigint, state text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    a lic.authorisation;
    l lic.licence;
    found_state text;
    verdict text;
begin
    select * into l from lic.held(who.self) h where h.id = one limit 1;
    found_state := case when l.source_as_of < now - make_interval(secs => (known_for ->> l.type)::double precision) then 'unknown' else lic.state_on(l, lic.day(now)) end;
    verdict := case when l.id is null then 'none' when found_state <> 'valid' then 'not-in-force' end;
    if verdict is not null then
        perform lic.note(who, now, 'own-document', verdict, 'holder-live', null, null, who.self, one, l.type, null, null);
        return query select verdict, null::bigint, case when l.id is not null then found_state end;
    else
        insert into lic.authorisation (id, basis, purpose, holder, types, licence, modes, max_uses, used, not_before, until, audience, made_at, made_by, client)
        values (grant_id, 'holder-live', 'own-view', who.self, array[l.type], one, '{document}', 1, 1, now, now + interval '1 minute',
            who.client, now, who.subject, who.client)
        returning * into a;
        return query select 'ok', lic.record_use(who, now, a, l, found_state, 'document', '{}', null), found_state;
    end if;
end $$;

-- The document as it is kept, for such a look that is committed: as lic.content does for what stands on it.
create function lic.kept_original(used bigint) returns table (content bytea, sha256 bytea, key bytea, wrapped bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select o.content, o.sha256, o.key, k.wrapped
    from lic.use u
        join lic.original o on o.holder = u.holder and o.licence = u.licence and o.version = u.version
        join lic.holder_key k on k.holder = u.holder and k.wrapped is not null
    where u.id = used and u.purpose = 'own-view' and u.xid is distinct from pg_current_xact_id_if_assigned()
        and u.noted_at > clock_timestamp() - interval '1 minute';
end;

-- Keeps what was made at this look. Of two that make it at once the first one's stays.
create function lic.keep_original(used bigint, made bytea, digest bytea, its_key bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
    insert into lic.original (licence, version, holder, content, sha256, key)
    select u.licence, u.version, u.holder, made, digest, its_key
    from lic.use u where u.id = used and u.purpose = 'own-view' and u.noted_at > clock_timestamp() - interval '1 minute'
    on conflict do nothing;
end;
