-- One row per ISO week and model, and one with model "all": first pass, starters and station rows of the week.
-- weeks: week
-- column: week text | ISO week of the end time
-- column: model text | model of the units, or all
-- column: started bigint | units with any record in production scope in the week
-- column: first_pass bigint | units packed in the week without a failure in the week
-- column: completed bigint | units with any packing record in the week
-- column: failed bigint | units with any failure in the week, including completed units
-- column: completed_or_failed bigint | units completed or failed, each counted once
-- column: limbo bigint | units neither completed nor failed
-- column: starters bigint | units whose first record ever is in the week
-- column: total_rows bigint | records at the stations of the models with yields
-- column: passed_rows bigint | those with verdict pass
-- column: failed_rows bigint | those with verdict fail
-- column: unjudged_rows bigint | those without verdict
-- column: judged_rows bigint | those with verdict pass or fail
-- column: first_pass_of_started decimal(9,6) | first_pass of started, from 0 to 1
-- column: first_pass_of_finished decimal(9,6) | first_pass of completed_or_failed, from 0 to 1
-- column: overall_yield decimal(9,6) | passed_rows of judged_rows, from 0 to 1
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
