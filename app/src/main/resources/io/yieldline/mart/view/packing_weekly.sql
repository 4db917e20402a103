-- Packed units per ISO week of the output day and model.
-- weeks: week
select
    iso_week(day) as week,
    model,
    cast(sum(packed) as bigint) as packed
from packing_daily
group by iso_week(day), model
