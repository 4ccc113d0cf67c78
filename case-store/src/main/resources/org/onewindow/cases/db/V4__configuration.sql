-- What the hub's configuration was and is. Only columns and tables are added: nodes of the version before go on working.

-- Trees under their own hash, as ZIP files within the bounds of Archive.
create table configuration_tree (
    revision  text primary key,
    files     bytea not null,
    stored_at timestamptz not null
);

-- The history: what serves after each change, and what served before it.
create table configuration_change (
    number      integer primary key,        -- from 1, without gaps
    kind        text not null,
    revision    text not null references configuration_tree,
    parent      text references configuration_tree,
    departments text[] not null,            -- whose folders or states it changed
    actor       text not null,
    note        text not null,
    at          timestamptz not null
);

create index configuration_change_departments on configuration_change using gin (departments);

create trigger configuration_change_is_a_log before update or delete or truncate on configuration_change
    execute function refuse_change();
create trigger configuration_tree_is_a_log before update or delete or truncate on configuration_tree
    execute function refuse_change();

-- What serves: one row, moved in the transaction of the change it names.
create table configuration_serving (
    only_one boolean primary key default true check (only_one),
    number   integer not null references configuration_change
);

create table configuration_disabled (
    department text primary key
);

-- What each node has made of it.
create table configuration_node (
    node     text primary key,
    number   integer not null,
    revision text not null,
    fault    text,                          -- why it does not follow; null: it does
    at       timestamptz not null
);

-- By which tree a case goes; null: it is older than these tables and goes by the newest.
alter table case_file add column configuration text;
create index case_file_configuration on case_file (configuration) where alarm_at is not null;
