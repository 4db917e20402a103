-- key: week, station
-- The sources of the counts of a row, and the operands of its yield.
select week, station, number, numerator, denominator, place, mart, week as at_week, station as at_station
from (
    select
        1 as place, week, station,
        'total, passed, failed, unjudged, judged' as number,
        cast(null as bigint) as numerator, cast(null as bigint) as denominator, 'station_yield_weekly' as mart
    from station_yield_summary
    union all
    select 2, week, station, 'yield', passed, judged, 'station_yield_weekly'
    from station_yield_summary
) s
