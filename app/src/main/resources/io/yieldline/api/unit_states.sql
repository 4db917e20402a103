-- State of many units. A unit is shipped once it was packed with a pass, unless it failed afterwards. Otherwise its latest
-- verdict counts; it is pending while it has none, or while a later record has no verdict. If a station is given,
-- only the records of that station count.
with asked as (
    select unnest(string_to_array(cast(? as varchar), ',')) as serial_number
),
events as (
${events}
),
seen as (
    select serial_number, max(ended_at) as seen_at
    from events
    group by serial_number
),
wanted as (
    select unnest(string_to_array(cast(? as varchar), '|')) as station
),
counted as (
    select *
    from events
    where cast(? as varchar) is null or name_key(station) in (select name_key(w.station) from wanted w)
),
packed as (
    select c.serial_number, max(c.ended_at) as packed_at, max(c.ended_utc) as packed_utc
    from counted c
    join rule_station p on p.role = 'packing' and p.name_key = name_key(c.station)
    where c.verdict = 'pass'
    group by c.serial_number
),
latest as (
    select serial_number, max(ended_utc) as ended_utc
    from counted
    group by serial_number
),
judged as (
    -- Both logs contain the electrical tests: prefer the one with the error code.
    select
        *,
        row_number() over (
            partition by serial_number
            order by
                ended_utc desc,
                started_utc desc,
                case verdict when 'fail' then 0 else 1 end,
                case when error_code is null then 1 else 0 end,
                feed
        ) as place
    from counted
    where verdict in ('pass', 'fail')
)
select
    a.serial_number,
    case
        when s.seen_at is null then 'never_seen'
        when p.packed_at is not null
            and not (coalesce(j.verdict, '') = 'fail' and j.ended_utc > p.packed_utc) then 'shipped'
        when j.verdict is null then 'pending'
        when j.verdict = 'fail' then 'failed'
        when l.ended_utc > j.ended_utc then 'pending'
        else 'passed'
    end as state,
    j.feed,
    j.station,
    j.ended_at,
    case when j.verdict = 'fail' then j.error_code end as error_code,
    case when j.verdict = 'fail' then j.reason end as reason,
    p.packed_at,
    s.seen_at
from asked a
left join seen s on s.serial_number = a.serial_number
left join latest l on l.serial_number = a.serial_number
left join packed p on p.serial_number = a.serial_number
left join judged j on j.serial_number = a.serial_number and j.place = 1
