-- The figures of each week of a range that a weekly report publishes.
select week as period, 'packed' as figure, coalesce(model, '(blank)') as model, '' as station,
    packed as numerator, cast(null as bigint) as denominator
from packing_weekly
where week between ? and ?
union all
select week, 'station yield', model, coalesce(station, '(blank)'), ${station_yield_weekly.yield}
from station_yield_weekly
where week between ? and ?
union all
select week, 'first pass of active', coalesce(model, '(blank)'), '', ${first_pass_weekly.first_pass_of_started}
from first_pass_weekly
where week between ? and ?
union all
select week, 'first pass of finished', coalesce(model, '(blank)'), '', ${first_pass_weekly.first_pass_of_finished}
from first_pass_weekly
where week between ? and ?
union all
select week, 'week starters', coalesce(model, '(blank)'), '', units, cast(null as bigint)
from week_starters
where week between ? and ?
