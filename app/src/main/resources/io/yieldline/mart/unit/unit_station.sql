-- title: Runs of a unit at a station
-- grain: one row per serial number, model and station
-- key: serial_number, model, station
-- from: workstation
-- partition: serial_number
-- column: serial_number text | serial number of the unit
-- column: model text | model of the unit, one of those with yields
-- column: station text | station, as spelled in the export
-- column: day date | plant day of the very first judged run in production scope
-- column: runs bigint | judged runs
-- column: passing_run bigint | number of the first passed run, from 1; blank if none passed
select
    serial_number,
    model,
    station,
    min(day) as day,
    count(*) as runs,
    min(run) filter (where verdict = 'pass') as passing_run
from (
    select
        serial_number,
        model,
        station,
        day,
        verdict,
        row_number() over (
            partition by serial_number, model, station
            order by ended_utc nulls last, started_utc nulls last, identity nulls last
        ) as run
    from workstation_master_log
    where serial_number in (select s.serial_number from stale_unit s)
        and in_scope
        and verdict in ('pass', 'fail')
        and name_key(model) in (select r.name_key from rule_yield_model r)
) r
group by serial_number, model, station
