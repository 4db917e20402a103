-- Runs that took data away or replaced it, each with the backup that was made before, so that it can be undone.

create table recovery (
    run_id bigint primary key,
    backup ${text} not null,
    undone_by bigint
);

-- Rows of an export that are older than what the plant keeps: they are in no master log, and no longer counted otherwise.
alter table export add column purged_count bigint default 0;
