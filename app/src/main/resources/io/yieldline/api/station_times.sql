-- By station: quartiles by linear interpolation between the two values beside (type 7). Over whole seconds they are whole quarters, the
-- same on every engine.
select
    station,
    count(*) as runs,
    count(distinct serial_number) as units,
    count(*) filter (where not known) as unknown_start,
    count(seconds) as timed,
    cast(sum(seconds) as bigint) as total_seconds,
    cast(1e0 * sum(seconds) / nullif(count(seconds), 0) as decimal(18,6)) as mean_seconds,
    cast(percentile_cont(0.05) within group (order by seconds) as decimal(18,2)) as p05_seconds,
    cast(percentile_cont(0.25) within group (order by seconds) as decimal(18,2)) as q1_seconds,
    cast(percentile_cont(0.5) within group (order by seconds) as decimal(18,2)) as median_seconds,
    cast(percentile_cont(0.75) within group (order by seconds) as decimal(18,2)) as q3_seconds,
    cast(percentile_cont(0.95) within group (order by seconds) as decimal(18,2)) as p95_seconds,
    max(seconds) as longest_seconds,
    count(wait) as waited,
    count(*) filter (where overlapped) as overlapping,
    cast(sum(wait) as bigint) as wait_total_seconds,
    cast(1e0 * sum(wait) / nullif(count(wait), 0) as decimal(18,6)) as wait_mean_seconds,
    cast(percentile_cont(0.05) within group (order by wait) as decimal(18,2)) as wait_p05_seconds,
    cast(percentile_cont(0.25) within group (order by wait) as decimal(18,2)) as wait_q1_seconds,
    cast(percentile_cont(0.5) within group (order by wait) as decimal(18,2)) as wait_median_seconds,
    cast(percentile_cont(0.75) within group (order by wait) as decimal(18,2)) as wait_q3_seconds,
    cast(percentile_cont(0.95) within group (order by wait) as decimal(18,2)) as wait_p95_seconds,
    max(wait) as wait_longest_seconds
from run
group by station
order by station nulls last
