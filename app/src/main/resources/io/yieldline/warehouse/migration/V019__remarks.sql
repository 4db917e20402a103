-- What the user should know of the tables of an export: which were read and which not, and how many rows are no records.

alter table export add column remarks ${text};
