-- title: Units at their first run by day
-- grain: one row per day and station
-- key: day, station
-- from: unit_station
-- partition: day
-- column: day date | plant day of the units' first judged run
-- column: station text | station, as the source spells it
-- column: units bigint | units
-- column: never_passed bigint | those that never passed there
select
    day,
    station,
    count(*) as units,
    count(*) filter (where passing_run is null) as never_passed
from unit_station
group by day, station
