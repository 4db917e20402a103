-- The optional columns of its feed that an export lacks: none if blank, unknown if an earlier version loaded it.

alter table export add column missing_columns ${text};
