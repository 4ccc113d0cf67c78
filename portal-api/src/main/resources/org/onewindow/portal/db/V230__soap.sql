-- Signed SOAP messages of the last minutes: what comes again is a replay.
create table soap_message (
    id text primary key,
    until timestamptz not null
);
create index soap_message_until on soap_message (until);
