-- What was said between the hub and its departments. The payload is sealed by the hub: this table alone tells no name and no number.
-- Written in the statement that tells the case of the reply; swept away in batches when it is old.
create table exchange (
    id         bigint generated always as identity primary key,
    number     text,                        -- the case; null: an inquiry's
    key        text,
    purpose    text,
    attempt    integer,
    inquiry    text,
    person     text,                        -- keyed hash of who inquired; parties of cases stand in party_of_case
    node       text not null,
    department text not null,
    operation  text not null,
    at         timestamptz not null,
    ms         integer not null,
    outcome    text not null,
    cause      text,
    status     integer,
    reference  text,                        -- the department's own number for it
    effect_key uuid,
    replay_of  bigint,
    payload    bytea not null
);

-- Compressed and sealed already.
alter table exchange alter column payload set storage external;

create index exchange_case on exchange (number, id) where number is not null;
create index exchange_department on exchange (department, id);
create index exchange_failed on exchange (department, id) where outcome in ('unavailable', 'uncertain');
create index exchange_reference on exchange (reference, id) where reference is not null;
create index exchange_effect on exchange (effect_key, id) where effect_key is not null;
create index exchange_person on exchange (person, id) where person is not null;
create index exchange_at on exchange using brin (at) with (pages_per_range = 16, autosummarize = on);

-- Who looked at a message unmasked, and why: written and committed before the first byte is told.
create table message_reveal (
    id       bigint generated always as identity primary key,
    exchange bigint not null,
    number   text,
    by       text not null,
    reason   text not null,
    at       timestamptz not null
);

create index message_reveal_exchange on message_reveal (exchange, id);

create trigger message_reveal_is_a_log before update or delete or truncate on message_reveal
    execute function refuse_change();
