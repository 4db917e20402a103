-- The mark of what is written beside a load: two transactions at a time must not change the same row.

create table note_mark (mark uuid);
insert into note_mark values (null);
