-- title: Screws by driver and day
-- grain: one row per day and driver
-- key: day, station
-- from: torque
-- partition: day
-- column: day date | plant day of the end
-- column: station text | driver
-- column: screws bigint | screws
-- column: passed bigint | screws with verdict pass
-- ratio: right_first_time = passed of screws | share of the screws that passed
select
    day,
    station,
    count(*) as screws,
    count(*) filter (where verdict = 'pass') as passed
from torque_master_log
group by day, station
