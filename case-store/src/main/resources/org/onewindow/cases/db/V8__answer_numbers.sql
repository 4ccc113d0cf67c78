-- Under which number a department will answer where it does not send the hub's correlation back: its message's id, or a number in it.
-- Committed before the message leaves; swept, some at every new one, when nobody can wait for the answer any more.
create table answer_number (
    department  text not null,
    number      text not null check (number <> ''),
    correlation text not null,
    at          timestamptz not null,
    primary key (department, number)
);

create index answer_number_at on answer_number (at);
