-- key: week, model
-- The days of a week, which sum up to its packing records and to its packed units; a day has one row per part number.
select week, model, number, numerator, denominator, place, mart, at_day, model as at_model
from (
    select
        iso_week(day) as week,
        model,
        'packed on ' || cast(day as varchar) as number,
        cast(sum(packed) as bigint) as numerator,
        cast(null as bigint) as denominator,
        1 as place,
        'packing_daily' as mart,
        cast(day as varchar) as at_day
    from packing_daily
    group by day, model
    union all
    select
        iso_week(day),
        model,
        'units packed first on ' || cast(day as varchar),
        cast(sum(units) as bigint),
        cast(null as bigint),
        2,
        'packed_units_daily',
        cast(day as varchar)
    from packed_units_daily
    group by day, model
) d
