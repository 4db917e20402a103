-- title: First record of a unit
-- grain: one row per serial number and model
-- key: serial_number, model
-- from: workstation
-- partition: serial_number
-- column: serial_number text | serial number of the unit
-- column: model text | model of the unit
-- column: week text | ISO week of the first record
-- column: day date | plant day of the first record
-- column: first_ended_at timestamp | end of the very first record in production scope
select
    serial_number,
    model,
    min(week) as week,
    min(day) as day,
    min(ended_at) as first_ended_at
from workstation_master_log
where in_scope
    and serial_number in (select s.serial_number from stale_unit s)
group by serial_number, model
