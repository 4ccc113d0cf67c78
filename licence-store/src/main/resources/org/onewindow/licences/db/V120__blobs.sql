-- What people hand in, sealed. Every object has a key of its own, wrapped for each of its keepers by their key in lic.holder_key: where none
-- of these is left, nobody reads it again. The hub's own role may add and delete here, but not change a byte (afterMigrate__rights.sql).

create schema blob;

create table blob.object (
    id          text primary key,
    keeper      bytea not null check (octet_length(keeper) = 16),       -- who brought it
    content_mac bytea check (octet_length(content_mac) = 32),           -- under a key of that keeper's; null: they dropped it, or it is not whole
    size        bigint check (size >= 0),                               -- of what was sealed; null: not whole yet
    media_type  text not null,
    engine      text not null check (engine = 'pg'),                    -- where the chunks are
    made_at     timestamptz not null
);
-- the same bytes of the same keeper lie here once; those of two are never compared
create unique index blob_content on blob.object (keeper, content_mac) where content_mac is not null;
create index blob_not_whole on blob.object (made_at) where size is null;

-- 1 MiB each, but for the last; sealed apart, bound to object, number and whether it is the last.
create table blob.chunk (
    object text not null references blob.object on delete cascade,
    no     integer not null check (no >= 0),
    data   bytea not null,
    primary key (object, no)
);
alter table blob.chunk alter column data set storage external;

-- One row for each name it is known by and each of its keepers: two uploads of the same bytes let go of it apart.
create table blob.key (
    object  text not null references blob.object on delete cascade,
    keeper  bytea not null references lic.holder_key,
    name    text not null,
    wrapped bytea not null,
    primary key (object, keeper, name)
);
create index blob_key_of_name on blob.key (name);
create index blob_key_of_keeper on blob.key (keeper);
create index holder_key_destroyed on lic.holder_key (holder) where wrapped is null;

-- Uploads on their way: any node goes on where the last one ended.
create table blob.incoming (
    id              text primary key,
    owner           text not null,
    keeper          bytea not null references lic.holder_key,
    client          text not null,
    idempotency_key text not null,
    type            text,
    file_name       text not null,
    content_type    text not null,
    length          bigint not null check (length > 0),
    received        bigint not null check (received between 0 and length),
    wrapped         bytea not null,                                     -- the key of the parts, for the keeper
    expires_at      timestamptz not null,
    unique (client, idempotency_key)
);
create index incoming_expiring on blob.incoming (expires_at);

create table blob.part (
    upload text not null references blob.incoming on delete cascade,
    at     bigint not null check (at >= 0),
    data   bytea not null,
    primary key (upload, at)
);
alter table blob.part alter column data set storage external;

alter table upload add column keeper bytea;             -- null: still a file of the hub before, see docs/operations.md
alter table upload add column expires_at timestamptz;   -- null: a case bears it
create index upload_expiring on upload (expires_at) where expires_at is not null;
create index upload_in_a_file on upload (id) where keeper is null;
