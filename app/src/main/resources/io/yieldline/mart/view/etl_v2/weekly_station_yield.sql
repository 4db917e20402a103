-- Basis of the weekly tables: the rounded yield of each station, per model and over all models ("overall").
-- place is the order in which the original processes the stations: model by model, the busiest first.
-- weeks: week_id
select
    week as week_id,
    model,
    station as workstation_name,
    total as total_parts,
    passed as passed_parts,
    failed as failed_parts,
    ${station_yield_weekly.yield.denominator} as judged_parts,
    coalesce(${schema}.percent(${station_yield_weekly.yield}), 0.00) as throughput_yield,
    row_number() over (
        partition by week, model
        order by first_model nulls last, total_in_first desc nulls last, station nulls last
    ) as place
from (
    select week, model, station, total, passed, failed, model as first_model, total as total_in_first
    from ${schema}.station_yield_weekly
    union all
    select
        p.week,
        'overall',
        p.station,
        cast(sum(p.total) as bigint),
        cast(sum(p.passed) as bigint),
        cast(sum(p.failed) as bigint),
        min(p.model),
        cast(sum(p.total) filter (where p.nth = 1) as bigint)
    from (
        select
            week,
            model,
            station,
            total,
            passed,
            failed,
            row_number() over (partition by week, station order by model nulls last) as nth
        from ${schema}.station_yield_weekly
    ) p
    group by p.week, p.station
) s
