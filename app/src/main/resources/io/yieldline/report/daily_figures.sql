-- The figures of each day of a range that a daily report publishes.
select cast(day as varchar(10)) as period, 'packed' as figure, coalesce(model, '(blank)') as model, '' as station,
    cast(sum(packed) as bigint) as numerator, cast(null as bigint) as denominator
from packing_daily
where day between ? and ?
group by day, model
union all
select cast(day as varchar(10)), 'sort tests', sort_code, '', total, cast(null as bigint)
from sort_test_daily
where day between ? and ?
union all
select cast(day as varchar(10)), 'station yield', model, coalesce(station, '(blank)'), ${station_yield_daily.yield}
from station_yield_daily
where day between ? and ?
union all
select cast(day as varchar(10)), 'true first pass', coalesce(model, '(blank)'), coalesce(station, '(blank)'), ${unit_first_pass_daily.first_pass_yield}
from unit_first_pass_daily
where day between ? and ?
union all
select cast(day as varchar(10)), 'electrical tests passed', coalesce(model, '(blank)'), coalesce(station, '(blank)'),
    cast(sum(passed) as bigint), cast(sum(total) as bigint)
from testboard_station_daily
where day between ? and ?
group by day, model, station
