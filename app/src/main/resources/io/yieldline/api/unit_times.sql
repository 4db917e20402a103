-- By unit and station: sums over all runs.
select
    serial_number,
    station,
    count(*) as runs,
    count(*) filter (where not known) as unknown_start,
    cast(sum(seconds) as bigint) as at_seconds,
    cast(sum(wait) as bigint) as wait_seconds,
    min(case when known then started_at else ended_at end) as first_at,
    max(ended_at) as last_at
from run
group by serial_number, station
