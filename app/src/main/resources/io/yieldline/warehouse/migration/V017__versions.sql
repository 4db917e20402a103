-- Rows of an export that are another version of a known event, but not the newest: kept in the history. Until now they were counted
-- as revised. From now on export_time is UTC: when the document was written, else when the export arrived.

alter table export add column outdated_count bigint default 0;

-- UTC time when the bytes of an export first arrived, as in its receipt. Null where an earlier version received it.
alter table export add column arrived_at timestamp;

-- The definition of the feed by which the export was read: a changed one is noticed. Null where an earlier version read it.
alter table export add column feed_definition ${text};
