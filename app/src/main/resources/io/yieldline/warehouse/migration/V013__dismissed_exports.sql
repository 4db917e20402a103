-- Who dismissed a parked export, when and why: it need not be loaded. Null for every other export.

alter table export add column dismissed_at timestamp;
alter table export add column dismissed_by ${text};
alter table export add column dismissed_because ${text};
