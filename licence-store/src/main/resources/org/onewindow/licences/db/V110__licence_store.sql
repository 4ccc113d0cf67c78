-- The licence store: what is kept, who may use it, and who did. The hub's own role reads no content and changes no record here but through
-- the functions of V111, which write down what they give (docs/adr/0005). Whoever a row is about is a keyed hash of 16 bytes.

create schema lic;
create schema audit;

-- Who asks: the token's subject, its client, the department it speaks for, and who the caller is in law, if anybody.
create type lic.caller as (subject text, client text, department text, self bytea);

-- A key of each person's own, wrapped by the hub's master key. Without it nothing of theirs can be read any more: that is how it is erased.
create table lic.holder_key (
    holder       bytea primary key check (octet_length(holder) = 16),
    wrapped      bytea,
    made_at      timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

-- Whether it is over is reckoned when it is read, from valid_to; state is only what somebody decided.
create table lic.licence (
    id               text not null,
    holder           bytea not null,           -- the first holder; the others stand in co_holder
    type             text not null,
    issuer           text not null,            -- credit code
    number           bytea not null,           -- keyed hash of type, issuer and the number printed on it
    version          integer not null,
    state            text not null check (state in ('valid', 'suspended', 'superseded', 'revoked', 'cancelled')),
    reason           text,
    effective_on     date,                     -- from when the state has legal effect
    superseded_by    text,
    issued_on        date not null,
    valid_from       date not null,
    valid_to         date,                     -- the last day; null: unlimited
    source           text not null check (source in ('issued', 'pushed', 'pulled', 'converted')),
    source_as_of     timestamptz not null,     -- when the source last said what stands here
    identifier_check text not null check (identifier_check in ('ok', 'bad', 'not-applicable')),
    case_number      text,
    recorded_at      timestamptz not null,
    primary key (id, holder)
) partition by hash (holder);

create table lic.co_holder (
    holder  bytea not null,
    id      text not null,
    "first" bytea not null,
    role    text not null check (role in ('holder', 'legal-representative')),
    primary key (holder, id, role)
) partition by hash (holder);

-- The latest licence under a number: there is one current licence of a type, issuer and serial because there is one row here.
create table lic.number (
    number bytea not null primary key check (octet_length(number) = 16),
    id     text not null,
    holder bytea not null
) partition by hash (number);

-- What stands on it, sealed under a key of the version's own, which is wrapped for each holder. Never changed.
create table lic.version (
    id          text not null,
    holder      bytea not null,
    version     integer not null,
    content     bytea not null,
    sha256      bytea not null,                -- of the sealed bytes
    key_holders bytea[] not null,
    keys        bytea[] not null,
    issued_on   date not null,
    valid_to    date,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (id, version, holder)
) partition by hash (holder);

do $$
begin
    for i in 0 .. 15 loop
        execute format('create table lic.licence_%s partition of lic.licence for values with (modulus 16, remainder %s)', i, i);
        execute format('create table lic.co_holder_%s partition of lic.co_holder for values with (modulus 16, remainder %s)', i, i);
        execute format('create table lic.number_%s partition of lic.number for values with (modulus 16, remainder %s)', i, i);
        execute format('create table lic.version_%s partition of lic.version for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;
create index licence_of_holder on lic.licence (holder, type, valid_to);
create index licence_bad_identifier on lic.licence (type, recorded_at) where identifier_check = 'bad';

create table lic.issued_by_case (
    case_number text not null,
    type        text not null,
    id          text not null,
    holder      bytea not null,
    primary key (case_number, type)
);

-- Acting for somebody else: for these matters, until then.
create table lic.mandate (
    id         text primary key,
    principal  bytea not null,
    agent      bytea not null,
    matters    text[] not null,
    made_at    timestamptz not null,
    until      timestamptz not null,
    revoked_at timestamptz,
    client     text not null,
    idempotency_key text not null,
    unique (client, idempotency_key)
);
create index mandate_of_agent on lic.mandate (agent, principal);
create index mandate_of_principal on lic.mandate (principal);

create table lic.authorisation (
    id           text primary key,
    code         bytea unique,                 -- SHA-256 of the code; null: one that is used where it is made
    basis        text not null check (basis in
                     ('holder-live', 'holder-standing', 'delegate', 'legal-representative', 'statutory', 'emergency')),
    purpose      text not null,                -- the matter; own-view and presenting for the holder's own
    case_number  text,
    holder       bytea not null,
    types        text[] not null,
    licence      text,                         -- only this one; null: whichever of the types is current
    modes        text[] not null,
    max_uses     integer not null check (max_uses between 1 and 1000),
    used         integer not null default 0 check (used <= max_uses),
    not_before   timestamptz not null,
    until        timestamptz not null,
    revoked_at   timestamptz,
    audience     text not null,                -- the client that may use it; *: any
    mandate      text references lic.mandate,
    agent        bytea,
    legal_ground text,
    second       text,                         -- who confirmed an emergency, within a day
    made_at      timestamptz not null,
    made_by      text not null,
    client       text not null,
    department   text,
    idempotency_key text,
    unique (client, idempotency_key),
    check (case_number is not null or (basis = 'holder-live' and purpose in ('own-view', 'presenting')))
);
create index authorisation_of_holder on lic.authorisation (holder, made_at);
create index authorisation_of_case on lic.authorisation (licence, case_number) where licence is not null and case_number is not null;
create index authorisation_unconfirmed on lic.authorisation (made_at) where basis = 'emergency' and second is null;

-- Every use, with what was used: the version, its state and how old that word was. Never changed.
create table lic.use (
    id             bigint generated always as identity primary key,
    xid            xid8 not null default pg_current_xact_id(),
    noted_at       timestamptz not null default clock_timestamp(),
    at             timestamptz not null,
    authorisation  text not null references lic.authorisation,
    licence        text not null,
    "first"        bytea not null,             -- the licence's first holder
    holder         bytea not null,             -- whose authority it was
    type           text not null,
    version        integer not null,
    mode           text not null check (mode in ('predicate', 'fields', 'document', 'qr')),
    fields         text[] not null,
    state          text not null,
    source_as_of   timestamptz not null,
    content_sha256 bytea not null,
    case_number    text,
    purpose        text not null,
    basis          text not null,
    actor          text not null,
    client         text not null,
    department     text,
    disclose_after timestamptz                 -- a lawful delay, at most a year; null: shown at once
);
create index use_of_holder on lic.use (holder, id);
create index use_of_licence on lic.use (licence, id);
create index use_at on lic.use using brin (at);

-- Whom an actor looked at lately: the budget counts different holders.
create table lic.seen (
    actor  text not null,
    holder bytea not null,
    at     timestamptz not null,
    primary key (actor, holder)
);
create index seen_at on lic.seen (actor, at);

-- "This is wrong": for the department that issued it (Order 809).
create table lic.objection (
    id         text primary key,
    holder     bytea not null,
    licence    text not null,
    text       bytea not null,                 -- sealed under a key of its own, and that under the holder's
    key        bytea not null,
    opened_at  timestamptz not null,
    settled_at timestamptz,
    client     text not null,
    idempotency_key text not null,
    unique (client, idempotency_key)
);
create index objection_open on lic.objection (opened_at) where settled_at is null;

-- Everything that was asked of the store, granted or not; the sealer hashes rows of transactions that are over.
create table audit.event (
    seq           bigint generated always as identity,
    xid           xid8 not null default pg_current_xact_id(),
    at            timestamptz not null,
    actor         text not null,
    client        text not null,
    department    text,
    action        text not null,
    outcome       text not null,               -- ok, or why not
    basis         text,
    authorisation text,
    use           bigint,
    holder        bytea,
    licence       text,
    type          text,
    case_number   text,
    fields        text[],
    primary key (xid, seq)
);
create index event_at on audit.event using brin (at);

-- A batch is all rows of a range of transactions: it is complete, since they were all over when it was made.
create table audit.seal (
    batch     bigint primary key,
    from_xid  xid8 not null,
    until_xid xid8 not null,
    seqs      bigint[] not null,
    leaves    bytea not null,                  -- 32 bytes a row, in the order of seqs
    root      bytea not null,
    previous  bytea not null,                  -- hash of the seal before
    sealed_at timestamptz not null,
    signature bytea not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed, only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger version_stays before update or delete or truncate on lic.version for each statement execute function audit.refuse_change();
create trigger use_stays before update or delete or truncate on lic.use for each statement execute function audit.refuse_change();
create trigger event_stays before update or delete or truncate on audit.event for each statement execute function audit.refuse_change();
create trigger seal_stays before update or delete or truncate on audit.seal for each statement execute function audit.refuse_change();
