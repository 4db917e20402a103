-- How long each run took and how long the unit waited before it, in seconds. A record that starts when it ends has an unknown start:
-- neither is known of it. The wait reaches from the end of the unit's record before, wherever that was, to the start; where they overlap
-- it is nothing.
with run as (
    select
        serial_number,
        station,
        started_at,
        ended_at,
        known,
        case when known then duration_seconds end as seconds,
        case when known and before_at is not null
            then greatest(0, cast(extract(epoch from (started_at - before_at)) as bigint)) end as wait,
        known and started_at < before_at as overlapped
    from (select u.*, u.started_at < u.ended_at as known from unit_run u) r ${where}
)
