insert into touched (change, source, day, week, output_day)
select distinct cast(${change} as bigint), '${feed}', s.day, s.week, s.output_day
from stage s
${chosen};

insert into touched_unit (change, feed, serial_number)
select distinct cast(${change} as bigint), '${feed}', s.serial_number
from stage s
${chosen}
