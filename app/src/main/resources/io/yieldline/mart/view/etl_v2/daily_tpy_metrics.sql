-- days: date_id
select
    y.day as date_id,
    y.model,
    y.station as workstation_name,
    y.total as total_parts,
    y.passed as passed_parts,
    y.failed as failed_parts,
    coalesce(${schema}.percent(${station_yield_daily.yield}), 0.00) as throughput_yield,
    ${schema}.iso_week(y.day) as week_id,
    ${schema}.week_monday(${schema}.iso_week(y.day)) as week_start,
    cast(${schema}.week_monday(${schema}.iso_week(y.day)) + interval '6' day as date) as week_end,
    coalesce(s.units, 0) as total_starters,
    (select s.refreshed_at from ${schema}.mart_state s where s.mart = 'station_yield_daily') as created_at
from ${schema}.station_yield_daily y
left join (
    select week, cast(sum(units) as bigint) as units
    from ${schema}.week_starters
    group by week
) s on s.week = ${schema}.iso_week(y.day)
