-- which requests besides submissions were answered, so that a repeated one is not carried out again
create table answer (
    client          text not null,
    idempotency_key text not null,
    request_hash    text not null,
    started_at      timestamptz not null default now(),
    done            boolean not null default false,
    primary key (client, idempotency_key)
);
