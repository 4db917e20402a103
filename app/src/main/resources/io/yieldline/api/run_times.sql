-- How long each run took and how long the unit waited before it, in seconds. A record that starts when it ends has an unknown start:
-- neither is known of it. The wait reaches from the end of the unit's record before, wherever that was, to the start; where they overlap
-- it is nothing.
with run as (
    select
        serial_number,
        station,
        started_at,
        ended_at,
        started_at < ended_at as known,
        case when started_at < ended_at then duration_seconds end as seconds,
        case when started_at < ended_at and before_at is not null
            then greatest(0, cast(extract(epoch from (started_at - before_at)) as bigint)) end as wait,
        started_at < ended_at and started_at < before_at as overlapped
    from unit_run ${where}
)
