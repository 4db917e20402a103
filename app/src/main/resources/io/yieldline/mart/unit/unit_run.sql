-- title: Runs of a unit, with the end of the previous record
-- grain: one row per record
-- key: serial_number, station, started_at, ended_at
-- from: workstation
-- partition: serial_number
-- column: serial_number text | serial number of the unit
-- column: model text | model of the unit
-- column: station text | station, as spelled in the export
-- column: day date | plant day of the end
-- column: started_at timestamp | start of the run; equal to the end if unknown
-- column: ended_at timestamp | end of the run
-- column: duration_seconds bigint | seconds from start to end
-- column: before_at timestamp | end of the previous record of the unit, at any station; blank if there is none
-- column: started_utc timestamp | instant of the start, as UTC
-- column: ended_utc timestamp | instant of the end, as UTC
-- column: before_utc timestamp | instant of the end of the previous record
select
    serial_number,
    model,
    station,
    day,
    started_at,
    ended_at,
    duration_seconds,
    lag(ended_at) over (
        partition by serial_number
        order by ended_utc nulls last, started_utc nulls last, station nulls last
    ) as before_at,
    started_utc,
    ended_utc,
    lag(ended_utc) over (
        partition by serial_number
        order by ended_utc nulls last, started_utc nulls last, station nulls last
    ) as before_utc
from workstation_master_log
where excluded is not true
    and serial_number in (select s.serial_number from stale_unit s)
