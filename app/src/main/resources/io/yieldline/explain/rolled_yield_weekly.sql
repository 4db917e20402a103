-- key: week, model, kind
-- The factors of each product; a required station without judged records has 0 of 0.
select
    week,
    model,
    kind,
    'factor ' || station as number,
    passed as numerator,
    judged as denominator,
    1 as place,
    'station_yield_weekly' as mart,
    week as at_week,
    model as at_model,
    spelled as at_station
from rolled_yield_factor
where grain = 'week'
