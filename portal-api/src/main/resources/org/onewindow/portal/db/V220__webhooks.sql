-- Where clients want to be told of their cases, and what became of each telling. No signing secret stands here: it is derived.

create table webhook (
    id            text primary key,
    client        text not null,
    url           text not null,
    events        text[] not null,           -- 'case.*' or 'case.' and a kind of trace line
    description   text,
    created_at    timestamptz not null,
    failures      integer not null default 0, -- in a row
    failing_since timestamptz,               -- null: the last delivery arrived, or there was none
    disabled_at   timestamptz,
    disabled_why  text,
    quiet_until   timestamptz,               -- left alone after a failure
    held_until    timestamptz,               -- one node at a time delivers; worth nothing after this
    served_at     timestamptz                -- when it last had its turn
);

create index webhook_of_client on webhook (client, created_at);

create table webhook_delivery (
    id            bigint generated always as identity primary key,
    webhook       text not null,             -- no foreign key: a case must not wait for a webhook that is being deleted
    event_id      text not null,             -- the receiver's: the same however often it is sent
    kind          text not null,
    number        text,                      -- null: a test
    step          text,
    at            timestamptz not null,      -- of what is told
    redelivery_of bigint,
    status        text not null default 'pending', -- pending, delivered, given-up
    attempts      integer not null default 0,
    created_at    timestamptz not null,
    next_at       timestamptz,
    last_at       timestamptz,
    response      integer,                   -- the HTTP status; null: no answer
    failure       text,                      -- why there was none
    millis        integer,
    request       text unique,               -- of a test or redelivery: keyed hash of who asked for it under which key
    body          bytea                      -- made at the first attempt; every attempt sends the same bytes
);

create index webhook_delivery_due on webhook_delivery (webhook, next_at) where status = 'pending';
create index webhook_delivery_log on webhook_delivery (webhook, id desc);
create index webhook_delivery_over on webhook_delivery (last_at) where status <> 'pending';

-- An outbox: what is to be told is written in the transaction of the trace line itself. A cursor over the trace could not tell
-- which lines are still to be committed; it would lose some or wait for the slowest.
create function webhook_outbox() returns trigger language plpgsql as $$
begin
    if exists (select from webhook) then
        insert into webhook_delivery (webhook, event_id, kind, number, step, at, created_at, next_at)
        select w.id, line.number || '-' || line.seq, line.kind, line.number, line.step, line.at, line.at, line.at
        from line
            join case_file f on f.number = line.number
            join webhook w on w.client = f.client
        where w.disabled_at is null and w.events && array ['case.*', 'case.' || line.kind]
        order by line.number, line.seq;
    end if;
    return null;
end $$;

create trigger case_event_to_webhooks after insert on case_event
    referencing new table as line for each statement execute function webhook_outbox();
