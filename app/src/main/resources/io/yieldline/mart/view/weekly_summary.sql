-- One row per ISO week and model, and one with model "all": first pass, starters and station rows of the week.
-- weeks: week
select
    f.week,
    f.model,
    f.started,
    f.first_pass,
    f.completed,
    f.failed,
    f.completed_or_failed,
    f.limbo,
    coalesce(s.units, 0) as starters,
    coalesce(y.total, 0) as total_rows,
    coalesce(y.passed, 0) as passed_rows,
    coalesce(y.failed, 0) as failed_rows,
    coalesce(y.unjudged, 0) as unjudged_rows,
    coalesce(y.judged, 0) as judged_rows,
    ratio(${first_pass_weekly.first_pass_of_started}) as first_pass_of_started,
    ratio(${first_pass_weekly.first_pass_of_finished}) as first_pass_of_finished,
    y.overall_yield
from (
    select week, model, started, first_pass, completed, failed, completed_or_failed, limbo
    from first_pass_weekly
    union all
    select
        week,
        'all',
        cast(sum(started) as bigint),
        cast(sum(first_pass) as bigint),
        cast(sum(completed) as bigint),
        cast(sum(failed) as bigint),
        cast(sum(completed_or_failed) as bigint),
        cast(sum(limbo) as bigint)
    from first_pass_weekly
    group by week
) f
left join (
    select week, model, units
    from week_starters
    union all
    select week, 'all', cast(sum(units) as bigint)
    from week_starters
    group by week
) s on s.week = f.week and s.model is not distinct from f.model
left join (
    select
        week,
        coalesce(model, 'all') as model,
        cast(sum(total) as bigint) as total,
        cast(sum(passed) as bigint) as passed,
        cast(sum(failed) as bigint) as failed,
        cast(sum(unjudged) as bigint) as unjudged,
        cast(sum(${station_yield_weekly.yield.denominator}) as bigint) as judged,
        ratio(sum(${station_yield_weekly.yield.numerator}), sum(${station_yield_weekly.yield.denominator})) as overall_yield
    from station_yield_weekly
    group by grouping sets ((week, model), (week))
) y on y.week = f.week and y.model = f.model
