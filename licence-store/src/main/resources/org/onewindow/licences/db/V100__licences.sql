-- E-licences, who holds them, who looked; and what people uploaded.

create table licence (
    id            text primary key,
    type          text not null,
    number        text not null,
    holders       jsonb not null,
    data          jsonb not null,
    issued_on     date not null,
    status        text not null check (status in ('valid', 'superseded', 'revoked')),
    superseded_by text references licence deferrable initially deferred,
    case_number   text,
    recorded_at   timestamptz not null
);
create unique index licence_current on licence (type, number) where status = 'valid';
create unique index licence_once_a_case on licence (case_number, type) where case_number is not null;

-- the holder is a keyed hash of kind and number of the identity document: no number stands in an index
create table licence_holder (
    holder  text not null,
    licence text not null references licence,
    primary key (holder, licence)
);

-- every look, found or not; committed before anything is shown
create table licence_use (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    holder      text not null,
    type        text,
    licence     text references licence,
    actor       text not null,
    purpose     text not null,
    case_number text
);
create index licence_use_of_holder on licence_use (holder, id);

create function licence_use_stays() returns trigger language plpgsql as $$
begin
    raise exception 'licence_use is append-only';
end $$;
create trigger licence_use_stays before update or delete or truncate on licence_use
    for each statement execute function licence_use_stays();

create table upload (
    id              text primary key,
    owner           text not null,
    client          text not null,
    idempotency_key text not null,
    type            text,
    file_name       text not null,
    content_type    text not null,
    size            bigint not null check (size > 0),
    sha256          text not null,
    received_at     timestamptz not null,
    unique (client, idempotency_key)
);
create index upload_of_owner on upload (owner, received_at);
