-- title: Station output by hour
-- grain: one row per day, hour and station
-- key: day, hour, station
-- from: workstation
-- partition: day
-- step: hourly output
-- column: day date | production day of the end time
-- column: hour integer | plant hour of the end time, 0 to 23
-- column: station text | station, as spelled in the export
-- column: total bigint | records with any verdict, of any flow
select
    day,
    hour,
    station,
    count(*) as total
from workstation_master_log
where excluded is not true
group by day, hour, station
