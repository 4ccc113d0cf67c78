-- The hub's processes, and what each of them has in hand: so that others take over at once when one is lost.
-- Only columns and tables are added: nodes of the version before go on working while this runs.

-- Who lives, by this server's clock alone; a process that takes over a name has another incarnation.
create table hub_node (
    name        text primary key,
    incarnation uuid not null,
    alive_until timestamptz not null
) with (fillfactor = 50);

-- Whose call it is while the step is calling.
alter table step add column incarnation uuid;
create index step_incarnation on step (incarnation) where incarnation is not null;

alter table department_slot add column incarnation uuid;
