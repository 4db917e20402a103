-- title: First packing of a unit
-- grain: one row per serial number and model
-- key: serial_number, model
-- from: workstation
-- partition: serial_number
-- column: serial_number text | serial number of the unit
-- column: model text | model of the unit
-- column: day date | output day of the first packing record with verdict pass, of any flow
-- column: part_number text | part number in that record
select
    serial_number,
    model,
    min(day) filter (where place = 1) as day,
    min(part_number) filter (where place = 1) as part_number
from (
    select
        w.serial_number,
        w.model,
        w.output_day as day,
        w.part_number,
        row_number() over (
            partition by w.serial_number, w.model
            order by ended_utc nulls last, started_utc nulls last, identity nulls last
        ) as place
    from workstation_master_log w
    where w.serial_number in (select s.serial_number from stale_unit s)
        and w.excluded is not true
        and w.verdict = 'pass'
        and name_key(w.station) in (select p.name_key from rule_station p where p.role = 'packing')
) r
group by serial_number, model
