-- Stations of an ISO week over all models with yields, ranked by yield: best 1 and worst 1 are the week's extremes.
-- Ties are ranked by the number of judged records.
-- weeks: week
select
    week,
    station,
    total,
    passed,
    failed,
    unjudged,
    judged,
    yield,
    row_number() over (
        partition by week
        order by yield desc nulls last, judged desc nulls last, station nulls last
    ) as best,
    row_number() over (
        partition by week
        order by yield nulls last, judged desc nulls last, station nulls last
    ) as worst
from (
    select
        week,
        station,
        cast(sum(total) as bigint) as total,
        cast(sum(passed) as bigint) as passed,
        cast(sum(failed) as bigint) as failed,
        cast(sum(unjudged) as bigint) as unjudged,
        cast(sum(${station_yield_weekly.yield.denominator}) as bigint) as judged,
        ratio(sum(${station_yield_weekly.yield.numerator}), sum(${station_yield_weekly.yield.denominator})) as yield
    from station_yield_weekly
    group by week, station
) s
