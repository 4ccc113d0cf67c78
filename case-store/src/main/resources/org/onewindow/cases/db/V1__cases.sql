-- Cases, their steps, and the logs that are never changed.
-- Every change of a case is one statement on these tables; the rows of the logs are inserted by it alone, so they need no
-- foreign keys. No identity number stands in a column or index of its own: people are found by a keyed hash.

create table case_file (
    number          text primary key,
    matter          text not null,
    matter_revision text not null,
    client          text not null,
    subject         text not null,
    mandate         text,
    state           text not null,
    version         bigint not null,
    alarm_at        timestamptz,            -- when the case must be looked at without any other event; null: it is over
    received_at     timestamptz not null,
    finished_at     timestamptz,
    open_key        text,                   -- keyed hash of what only one open case may be about
    provisional     boolean not null,       -- a due day reaches into a year without a calendar
    seed            text not null,
    request         jsonb not null,
    progress        jsonb not null,
    trace_count     integer not null,       -- the end of the trace's hash chain
    trace_head      bytea not null
) with (fillfactor = 80);

create index case_file_alarm on case_file (alarm_at) where alarm_at is not null;
create unique index case_file_open on case_file (open_key) where open_key is not null;
create index case_file_received on case_file (received_at, number);
create index case_file_provisional on case_file (number) where provisional;

create table step (
    number           text not null references case_file,
    key              text not null,
    step             text not null,
    state            text not null,
    purpose          text not null,
    department       text,                  -- whom the step itself asks
    undo_department  text,
    correlation      text,                  -- null until the step has begun
    undo_correlation text,                  -- null until it is being taken back
    held_department  text,
    held_event       text,
    held_subject     text,
    next_at          timestamptz,
    body             jsonb not null,        -- the whole step
    primary key (number, key)
) with (fillfactor = 80);

create unique index step_correlation on step (correlation) where correlation is not null;
create unique index step_undo_correlation on step (undo_correlation) where undo_correlation is not null;
create index step_held on step (held_department, held_event, held_subject) where held_event is not null;

create table party_of_case (
    id_hash     text not null,
    received_at timestamptz not null,
    number      text not null references case_file,
    role        text not null,
    primary key (id_hash, received_at, number, role)
);

create index party_of_case_number on party_of_case (number, id_hash);

create table submission (
    client          text not null,
    idempotency_key text not null,
    request_hash    text not null,
    number          text not null references case_file,
    at              timestamptz not null,
    primary key (client, idempotency_key)
);

create table message (
    number    text not null,
    key       text not null,
    about     text not null,
    revision  integer not null,
    bytes     bytea not null,
    sha256    bytea not null,
    stored_at timestamptz not null,
    primary key (number, key, about, revision)
);

create table reply_seen (
    number     text not null,
    key        text not null,
    department text not null,
    reply_id   text not null,
    at         timestamptz not null,
    primary key (number, key, department, reply_id)
);

create table task (
    id        bigint generated always as identity primary key,
    number    text not null references case_file,
    step_key  text,
    kind      text not null,
    why       jsonb not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);

create unique index task_open on task (number, coalesce(step_key, ''), kind) where closed_at is null;
create index task_oldest on task (opened_at, id) where closed_at is null;
create index task_of_case on task (number, id);

-- The log of calls: a lease, and what became of it, are two rows.
create table attempt (
    id         bigint generated always as identity,
    number     text not null,
    key        text not null,
    purpose    text not null,
    attempt    integer not null,
    phase      text not null,               -- leased, ended, late, lapsed
    node       text not null,
    at         timestamptz not null,
    outcome    text,
    cause      text,
    effect_key uuid,
    sha256     bytea,
    primary key (number, id)
);

-- The trace: hash = SHA-256(hash of the line before, this line).
create table case_event (
    number  text not null,
    seq     integer not null,
    at      timestamptz not null,
    kind    text not null,
    step    text,
    details jsonb not null,
    hash    bytea not null,
    primary key (number, seq)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed, only added to', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger attempt_is_a_log before update or delete or truncate on attempt execute function refuse_change();
create trigger case_event_is_a_log before update or delete or truncate on case_event execute function refuse_change();

-- Who is calling a department right now. Worth nothing after a crash, so not logged.
create unlogged table department_slot (
    department text not null,
    place      integer not null,
    held_until timestamptz not null,
    holder     uuid,
    primary key (department, place)
) with (fillfactor = 50);

create unlogged table department_second (
    department text primary key,
    second     bigint not null,
    calls      integer not null
) with (fillfactor = 50);
