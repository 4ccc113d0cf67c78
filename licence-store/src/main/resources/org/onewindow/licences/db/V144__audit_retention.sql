-- The rows of the audit have an end; their seals stay.

-- Which batches of the audit are not kept any longer; their seals stay, so that the chain still holds. Never changed.
create table audit.ended (
    batch     bigint primary key references audit.seal,
    ended_at  timestamptz not null,
    signature bytea not null                                 -- by the key of the seals, which is not in the database
);
create trigger ended_stays before update or delete or truncate on audit.ended for each statement execute function audit.refuse_change();

-- The audit is only added to, but for a batch whose time is over: lic.end_audit says so to this very transaction.
create function audit.refuse_change_of_event() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('onewindow.ending', true) = pg_current_xact_id()::text then
        return null;
    end if;
    raise exception '% is never changed, only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger event_stays on audit.event;
create trigger event_stays before update or delete or truncate on audit.event for each statement execute function audit.refuse_change_of_event();

-- Ends one batch, and whoever calls has signed that. By the database's own clock, and only rows that are half a year old (网络安全法 art. 21);
-- only those that were sealed, all of them, and in the order of the batches: where anything else lies among them nothing is ended.
create function lic.end_audit(which bigint, ended_at timestamptz, signature bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    s audit.seal;
    young timestamptz := clock_timestamp() - interval '6 months';
    gone bigint;
begin
    select o.* into s from audit.seal o where o.batch = which;
    if s.batch is null or ended_at is null or signature is null or s.sealed_at > young
        or which <> (select coalesce(max(e.batch), 0) + 1 from audit.ended e)
        or exists (select from audit.event e where e.xid >= s.from_xid and e.xid < s.until_xid and (e.at > young or e.seq <> all (s.seqs))) then
        raise exception 'batch % of the audit is still kept', which using errcode = 'restrict_violation';
    end if;
    insert into audit.ended values (which, ended_at, signature);
    perform set_config('onewindow.ending', pg_current_xact_id()::text, true);
    delete from audit.event e where e.xid >= s.from_xid and e.xid < s.until_xid;
    get diagnostics gone = row_count;
    perform set_config('onewindow.ending', '', true);
    if gone <> cardinality(s.seqs) then
        raise exception 'batch % of the audit is not whole', which using errcode = 'restrict_violation';
    end if;
end $$;
