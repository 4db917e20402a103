-- title: Packing records by day
-- grain: one row per output day, model and part number
-- key: day, model, part_number
-- from: workstation
-- partition: output_day as day
-- step: packing and sort tests
-- column: day date | output day: weekend work counts on the preceding Friday
-- column: model text | model of the units
-- column: part_number text | part number of the units
-- column: packed bigint | packing records with verdict pass, of any flow; a unit that is packed again counts again
select
    w.output_day as day,
    w.model,
    w.part_number,
    count(*) as packed
from workstation_master_log w
join rule_station p on p.role = 'packing' and p.name_key = name_key(w.station)
where w.excluded is not true
    and w.verdict = 'pass'
group by w.output_day, w.model, w.part_number
