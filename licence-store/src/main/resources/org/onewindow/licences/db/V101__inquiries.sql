-- Every question to departments without a case, committed before the first of them is asked.

create table inquiry_use (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    caller    text not null,        -- keyed hash of the identity document
    inquiry   text not null,
    asked     text[] not null       -- department/operation
);
create index inquiry_use_of_caller on inquiry_use (caller, id);

create trigger inquiry_use_stays before update or delete or truncate on inquiry_use
    for each statement execute function licence_use_stays();
