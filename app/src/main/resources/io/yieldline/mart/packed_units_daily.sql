-- title: Packed units by day
-- grain: one row per output day, model and part number
-- key: day, model, part_number
-- from: unit_packing
-- partition: day
-- step: packing and sort tests
-- column: day date | output day of the first packing of the units: weekend work counts on the preceding Friday
-- column: model text | model of the units
-- column: part_number text | part number of the units at their first packing
-- column: units bigint | units packed with verdict pass, each counted once, on the day of its first packing
select
    day,
    model,
    part_number,
    count(*) as units
from unit_packing
group by day, model, part_number
