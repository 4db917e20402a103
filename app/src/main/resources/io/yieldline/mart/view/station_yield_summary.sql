-- Stations of an ISO week over all models with yields, ranked by yield: best 1 and worst 1 are the week's extremes.
-- Ties are ranked by the number of judged records.
-- weeks: week
-- column: week text | ISO week of the end time
-- column: station text | station, as spelled in the export
-- column: total bigint | records in production scope
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- column: unjudged bigint | records without verdict
-- column: judged bigint | records with verdict pass or fail
-- column: yield decimal(9,6) | passed of judged, from 0 to 1
-- column: best bigint | rank in the week, the highest yield first
-- column: worst bigint | rank in the week, the lowest yield first
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
