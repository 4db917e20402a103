-- What changed, by table and period, so that a snapshot writes only that again. A period is a month such as 2025-04, or a year;
-- none at all stands for every period of the table. The change counts the transactions that changed data.
create table changed_piece (
    table_name ${text} not null,
    period ${text} not null,
    change bigint not null,
    primary key (table_name, period)
);
-- The newest snapshot of this database, and the last change that it holds. A copy of the database takes it along: what only
-- the original changed later is compared with the snapshot of the copy, never taken for known.
create table snapshot_base (
    snapshot ${text},
    change bigint not null
);
insert into snapshot_base values (null, 0);
