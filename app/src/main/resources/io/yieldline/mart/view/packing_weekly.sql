-- Packing records and packed units per ISO week of the output day and model. A unit that is packed again counts again in packed;
-- in units it counts once, in the week of its first packing.
-- weeks: week
-- column: week text | ISO week of the output day
-- column: model text | model of the units
-- column: packed bigint | packing records with verdict pass
-- column: units bigint | units packed for the first time
select
    p.week,
    p.model,
    p.packed,
    coalesce(u.units, 0) as units
from (
    select iso_week(day) as week, model, cast(sum(packed) as bigint) as packed
    from packing_daily
    group by iso_week(day), model
) p
left join (
    select iso_week(day) as week, model, cast(sum(units) as bigint) as units
    from packed_units_daily
    group by iso_week(day), model
) u on u.week = p.week and u.model is not distinct from p.model
