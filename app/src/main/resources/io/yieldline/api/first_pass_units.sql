-- Units of a week and model that the first-pass views count differently: how each view counts them, and why.
with units as (
    select
        w.serial_number,
        count(p.station) as packings,
        count(*) filter (where w.verdict = 'fail') as failures
    from workstation_master_log w
    left join rule_station p on p.role = 'packing' and p.name_key = name_key(w.station)
    where w.in_scope and w.week = ? and w.model = ?
    group by w.serial_number
),
earlier as (
    select w.serial_number, count(*) as failures
    from workstation_master_log w
    where w.in_scope and w.verdict = 'fail' and w.week < ? and w.model = ?
        and w.serial_number in (select u.serial_number from units u)
    group by w.serial_number
),
runs as (
    select
        s.serial_number,
        count(*) as first_runs,
        count(*) filter (where s.passing_run = 1) as passed_first
    from unit_station s
    where s.day between ? and ? and s.model = ?
    group by s.serial_number
),
counted as (
    select
        u.serial_number,
        u.packings,
        u.failures,
        coalesce(e.failures, 0) as failures_before,
        coalesce(r.first_runs, 0) as first_runs,
        coalesce(r.passed_first, 0) as passed_first
    from units u
    left join earlier e on e.serial_number = u.serial_number
    left join runs r on r.serial_number = u.serial_number
),
told as (
    select
        c.*,
        case when packings > 0 and failures = 0 then 'first pass' else 'no' end as of_started,
        case
            when packings = 0 and failures = 0 then 'not counted'
            when packings > 0 and failures = 0 then 'first pass'
            else 'no'
        end as of_finished,
        case
            when first_runs = 0 then 'not counted'
            when passed_first = first_runs then 'first pass'
            else 'no'
        end as by_station_run,
        packings = 0 and failures = 0 as neither,
        packings > 0 and failures > 0 as packed_and_failed,
        packings > 0 and failures = 0 and failures_before > 0 as failed_before,
        failures > 0 and first_runs > 0 and passed_first = first_runs as failed_again,
        first_runs = 0 as no_first_run
    from counted c
)
select *
from told
where neither or packed_and_failed or failed_before or failed_again or no_first_run
order by serial_number
