-- title: Runs that waited by day and unit
-- grain: one row per day, station and serial number
-- key: day, station, serial_number
-- from: unit_run
-- partition: day
-- column: day date | plant day of the end
-- column: station text | station, as the source spells it
-- column: serial_number text | serial number of the unit
-- column: runs bigint | runs
-- column: followed bigint | those with a record before
select
    day,
    station,
    serial_number,
    count(*) as runs,
    count(before_at) as followed
from unit_run
group by day, station, serial_number
