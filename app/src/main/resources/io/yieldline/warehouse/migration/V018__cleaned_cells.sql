-- What was cleaned in the cells of an export, by column and kind; and how many of them the feed does not tell to clean.

alter table export add column cleaned_cells ${text};
alter table export add column unexpected_count bigint default 0;
