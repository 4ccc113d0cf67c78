-- What people hand in may lie in a bucket: the rows, keys and names stay here, and say of each object where its pieces are.
alter table blob.object drop constraint object_engine_check;
alter table blob.object add constraint object_engine_check check (engine in ('pg', 'moving', 's3'));    -- moving: here, and perhaps there already
-- whether a hub can do without the bucket is asked at each of its starts
create index object_elsewhere on blob.object (engine) where engine <> 'pg';

-- Objects whose row is gone and whose pieces in the bucket are to go. A bucket takes part in no transaction, so this one is told by the
-- transaction that deletes the row: whatever dies after it, the pieces are still known.
create table blob.doomed (
    object text primary key,
    due_at timestamptz not null default '-infinity',
    swept  boolean not null default false               -- once; the second time is for what was still on its way
);
create index doomed_due on blob.doomed (due_at);

create function blob.doom() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    insert into blob.doomed (object) values (old.id) on conflict do nothing;
    return null;
end $$;
create trigger doom after delete on blob.object for each row when (old.engine <> 'pg') execute function blob.doom();
