-- By station: quartiles by linear interpolation (type 7). For whole seconds they are multiples of a quarter, the
-- same on every engine. One call computes all quantiles, so the values are sorted once.
, spread as (
    select
        station,
        count(*) as runs,
        count(distinct serial_number) as units,
        count(*) filter (where not known) as unknown_start,
        count(seconds) as timed,
        cast(sum(seconds) as bigint) as total_seconds,
        percentile_cont(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by seconds) as at_spread,
        max(seconds) as longest_seconds,
        count(wait) as waited,
        count(*) filter (where overlapped) as overlapping,
        cast(sum(wait) as bigint) as wait_total_seconds,
        percentile_cont(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by wait) as wait_spread,
        max(wait) as wait_longest_seconds
    from run
    group by station
)
select
    station,
    runs,
    units,
    unknown_start,
    timed,
    total_seconds,
    cast(1e0 * total_seconds / nullif(timed, 0) as decimal(18,6)) as mean_seconds,
    cast(at_spread[1] as decimal(18,2)) as p05_seconds,
    cast(at_spread[2] as decimal(18,2)) as q1_seconds,
    cast(at_spread[3] as decimal(18,2)) as median_seconds,
    cast(at_spread[4] as decimal(18,2)) as q3_seconds,
    cast(at_spread[5] as decimal(18,2)) as p95_seconds,
    longest_seconds,
    waited,
    overlapping,
    wait_total_seconds,
    cast(1e0 * wait_total_seconds / nullif(waited, 0) as decimal(18,6)) as wait_mean_seconds,
    cast(wait_spread[1] as decimal(18,2)) as wait_p05_seconds,
    cast(wait_spread[2] as decimal(18,2)) as wait_q1_seconds,
    cast(wait_spread[3] as decimal(18,2)) as wait_median_seconds,
    cast(wait_spread[4] as decimal(18,2)) as wait_q3_seconds,
    cast(wait_spread[5] as decimal(18,2)) as wait_p95_seconds,
    wait_longest_seconds
from spread
order by station nulls last
