-- Why somebody ran an operation by hand, and how many rows it had to do with.

alter table run add column reason ${text};
alter table run add column row_count bigint;
