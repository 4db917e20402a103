-- key: week, model
-- The days of a week, which sum up to it; a day has one row per part number.
select
    iso_week(day) as week,
    model,
    'packed on ' || cast(day as varchar) as number,
    cast(sum(packed) as bigint) as numerator,
    cast(null as bigint) as denominator,
    1 as place,
    'packing_daily' as mart,
    cast(day as varchar) as at_day,
    model as at_model
from packing_daily
group by day, model
