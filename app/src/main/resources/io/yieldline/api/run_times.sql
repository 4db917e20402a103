-- Cycle time of each run and queue time before it, in seconds. If start and end of a record are equal, the start is unknown,
-- and both times are blank. The queue time is from the end of the unit's previous record, at any station, to the start; it is 0
-- if they overlap.
with run as (
    select
        serial_number,
        station,
        started_at,
        ended_at,
        known,
        case when known then duration_seconds end as seconds,
        case when known and before_utc is not null
            then greatest(0, cast(extract(epoch from (started_utc - before_utc)) as bigint)) end as wait,
        known and started_utc < before_utc as overlapped
    from (select u.*, u.started_utc < u.ended_utc as known from unit_run u) r ${where}
)
