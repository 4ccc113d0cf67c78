-- The stop switch of retries, and replays. The log of the switch is its state too: the newest line of a department counts.
create table retry_switch (
    id            bigint generated always as identity primary key,
    department    text not null,            -- * for all
    is_off        boolean not null,
    include_older boolean not null,         -- switched on again for what failed before as well
    by            text not null,
    reason        text not null,
    at            timestamptz not null
);

create index retry_switch_newest on retry_switch (department, id desc);

create trigger retry_switch_is_a_log before update or delete or truncate on retry_switch execute function refuse_change();

-- Failed steps that wait for the switch.
create index step_held_back on step (number, key) where state = 'retrying' and next_at is null;

create table replay (
    id           uuid primary key,
    criteria     jsonb not null,            -- as they were asked for; people by hash
    total        integer not null,
    planned_by   text not null,
    planned_at   timestamptz not null,
    rate         integer,                   -- steps a second at most; null: it was not let go yet
    run_by       text,
    reason       text,
    run_at       timestamptz,
    stopped_by   text,
    stopped_at   timestamptz,
    finished_at  timestamptz,
    node         text,                      -- who works on it, while the time has not come
    leased_until timestamptz
);

create index replay_running on replay (run_at) where run_at is not null and finished_at is null;

create table replay_item (
    replay   uuid not null references replay,
    seq      integer not null,
    exchange bigint not null,
    number   text not null,
    key      text not null,
    state    text not null default 'waiting', -- waiting, done, failed, skipped
    why      text,
    at       timestamptz,
    primary key (replay, seq)
);

create index replay_item_waiting on replay_item (replay, seq) where state = 'waiting';
