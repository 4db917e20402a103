-- title: Retested units by week
-- grain: one row per ISO week and station
-- key: week, station
-- from: workstation
-- partition: week
-- column: week text | ISO week of the end time
-- column: station text | station, as the source spells it
-- column: units bigint | units with a judged run in the week
-- column: retested bigint | those with more than one
select
    week,
    station,
    count(*) as units,
    count(*) filter (where runs > 1) as retested
from (
    select week, station, serial_number, count(*) as runs
    from workstation_master_log
    where verdict in ('pass', 'fail')
    group by week, station, serial_number
) u
group by week, station
