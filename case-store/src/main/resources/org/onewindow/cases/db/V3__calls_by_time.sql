-- The calls of the last minutes, for the health of departments. The log only grows and its times with it, so a block range index
-- finds its end and costs an insert next to nothing.
create index attempt_at on attempt using brin (at) with (pages_per_range = 16, autosummarize = on);
