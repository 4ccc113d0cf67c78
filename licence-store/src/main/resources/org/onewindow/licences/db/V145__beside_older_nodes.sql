-- What takes long on large tables, while older nodes go on. Each statement is a transaction of its own; whatever ended this file halfway, it is
-- run again from its beginning.

-- Purposes of looks for others (V139). The rows of before are looked through by the next statement, which stops nobody; whoever uses the table
-- for long makes this one try again, for behind one that waits here all others would.
do $$
begin
    loop
        begin
            perform set_config('lock_timeout', '200ms', true);
            alter table lic.authorisation
                drop constraint if exists authorisation_check1,
                drop constraint if exists authorisation_purpose_known,
                add constraint authorisation_purpose_known check (case_number is not null
                    or (basis = 'holder-live' and purpose in ('own-view', 'presenting'))
                    or (basis in ('holder-live', 'delegate') and code is null and modes = '{predicate}')) not valid;
            return;
        exception when lock_not_available then
            perform pg_sleep(1);
        end;
    end loop;
end $$;
alter table lic.authorisation validate constraint authorisation_purpose_known;

-- For mat.looks_at (V140): of the log only the rows that are of materials, so that none of the others grows by it.
drop index concurrently if exists audit.event_of_material;
create index concurrently event_of_material on audit.event (holder, seq)
    where outcome = 'ok' and action in ('look-for', 'show-material', 'send-material', 'saw-original');

-- For lic.issued_between (V140): rows of versions stay where they were written, so that a small index finds a day's. What is parted is indexed
-- part by part.
drop index concurrently if exists lic.version_0_recorded;
create index concurrently version_0_recorded on lic.version_0 using brin (recorded_at);
drop index concurrently if exists lic.version_1_recorded;
create index concurrently version_1_recorded on lic.version_1 using brin (recorded_at);
drop index concurrently if exists lic.version_2_recorded;
create index concurrently version_2_recorded on lic.version_2 using brin (recorded_at);
drop index concurrently if exists lic.version_3_recorded;
create index concurrently version_3_recorded on lic.version_3 using brin (recorded_at);
drop index concurrently if exists lic.version_4_recorded;
create index concurrently version_4_recorded on lic.version_4 using brin (recorded_at);
drop index concurrently if exists lic.version_5_recorded;
create index concurrently version_5_recorded on lic.version_5 using brin (recorded_at);
drop index concurrently if exists lic.version_6_recorded;
create index concurrently version_6_recorded on lic.version_6 using brin (recorded_at);
drop index concurrently if exists lic.version_7_recorded;
create index concurrently version_7_recorded on lic.version_7 using brin (recorded_at);
drop index concurrently if exists lic.version_8_recorded;
create index concurrently version_8_recorded on lic.version_8 using brin (recorded_at);
drop index concurrently if exists lic.version_9_recorded;
create index concurrently version_9_recorded on lic.version_9 using brin (recorded_at);
drop index concurrently if exists lic.version_10_recorded;
create index concurrently version_10_recorded on lic.version_10 using brin (recorded_at);
drop index concurrently if exists lic.version_11_recorded;
create index concurrently version_11_recorded on lic.version_11 using brin (recorded_at);
drop index concurrently if exists lic.version_12_recorded;
create index concurrently version_12_recorded on lic.version_12 using brin (recorded_at);
drop index concurrently if exists lic.version_13_recorded;
create index concurrently version_13_recorded on lic.version_13 using brin (recorded_at);
drop index concurrently if exists lic.version_14_recorded;
create index concurrently version_14_recorded on lic.version_14 using brin (recorded_at);
drop index concurrently if exists lic.version_15_recorded;
create index concurrently version_15_recorded on lic.version_15 using brin (recorded_at);
