-- The figures of each week from one to another that a weekly report publishes.
select week as period, 'packed' as figure, coalesce(model, '(blank)') as model, '' as station,
    packed as numerator, cast(null as bigint) as denominator
from packing_weekly
where week between ? and ?
union all
select week, 'station yield', model, coalesce(station, '(blank)'), passed, passed + failed
from station_yield_weekly
where week between ? and ?
union all
select week, 'first pass of active', coalesce(model, '(blank)'), '', first_pass, started
from first_pass_weekly
where week between ? and ?
union all
select week, 'first pass of finished', coalesce(model, '(blank)'), '', first_pass, completed_or_failed
from first_pass_weekly
where week between ? and ?
union all
select week, 'week starters', coalesce(model, '(blank)'), '', units, cast(null as bigint)
from week_starters
where week between ? and ?
