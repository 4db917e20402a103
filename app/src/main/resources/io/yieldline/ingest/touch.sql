insert into touched (change, source, day, week, output_day)
select distinct cast(${change} as bigint), '${feed}', s.day, s.week, s.output_day
from stage s
join stage_key k on k.row_number = s.row_number and k.fate in ('new', 'won');

insert into touched_unit (change, feed, serial_number)
select distinct cast(${change} as bigint), '${feed}', s.serial_number
from stage s
join stage_key k on k.row_number = s.row_number and k.fate in ('new', 'won')
