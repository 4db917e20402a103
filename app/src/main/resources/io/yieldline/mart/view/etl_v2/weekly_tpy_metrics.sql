-- The first version of the original, with columns for the models SXM4 and SXM5; weekly_tpy_model_metrics is the later version.
-- weeks: week_id
select
    f.week as week_id,
    ${schema}.week_monday(f.week) as week_start,
    cast(${schema}.week_monday(f.week) + interval '6' day as date) as week_end,
    7 as days_in_week,
    f.started as weekly_first_pass_yield_traditional_parts_started,
    f.first_pass as weekly_first_pass_yield_traditional_first_pass_success,
    ${schema}.percent(${first_pass_weekly.first_pass_of_started}) as weekly_first_pass_yield_traditional_first_pass_yield,
    f.completed + f.failed as weekly_first_pass_yield_completed_only_active_parts,
    f.first_pass as weekly_first_pass_yield_completed_only_first_pass_success,
    coalesce(${schema}.percent(f.first_pass, f.completed + f.failed), 0.00)
        as weekly_first_pass_yield_completed_only_first_pass_yield,
    f.completed as weekly_first_pass_yield_breakdown_parts_completed,
    f.failed as weekly_first_pass_yield_breakdown_parts_failed,
    f.limbo as weekly_first_pass_yield_breakdown_parts_stuck_in_limbo,
    f.started as weekly_first_pass_yield_breakdown_total_parts,
    o.total_parts as weekly_overall_yield_total_parts,
    o.passed_parts as weekly_overall_yield_completed_parts,
    coalesce(${schema}.percent(o.passed_parts, o.judged_parts), 0.00)
        as weekly_overall_yield_overall_yield,
    o.metrics as weekly_throughput_yield_station_metrics,
    o.average_yield as weekly_throughput_yield_average_yield,
    m.metrics as weekly_throughput_yield_model_specific,
    sxm4.hardcoded_stations as weekly_tpy_hardcoded_sxm4_stations,
    sxm4.hardcoded_tpy as weekly_tpy_hardcoded_sxm4_tpy,
    sxm5.hardcoded_stations as weekly_tpy_hardcoded_sxm5_stations,
    sxm5.hardcoded_tpy as weekly_tpy_hardcoded_sxm5_tpy,
    sxm4.dynamic_stations as weekly_tpy_dynamic_sxm4_stations,
    sxm4.dynamic_tpy as weekly_tpy_dynamic_sxm4_tpy,
    sxm4.dynamic_station_count as weekly_tpy_dynamic_sxm4_station_count,
    sxm5.dynamic_stations as weekly_tpy_dynamic_sxm5_stations,
    sxm5.dynamic_tpy as weekly_tpy_dynamic_sxm5_tpy,
    sxm5.dynamic_station_count as weekly_tpy_dynamic_sxm5_station_count,
    o.stations as total_stations,
    best.workstation_name as best_station_name,
    best.throughput_yield as best_station_yield,
    worst.workstation_name as worst_station_name,
    worst.throughput_yield as worst_station_yield,
    (select s.refreshed_at from ${schema}.mart_state s where s.mart = 'first_pass_weekly') as created_at
from (
    select
        week,
        cast(sum(started) as bigint) as started,
        cast(sum(first_pass) as bigint) as first_pass,
        cast(sum(completed) as bigint) as completed,
        cast(sum(failed) as bigint) as failed,
        cast(sum(limbo) as bigint) as limbo
    from ${schema}.first_pass_weekly
    group by week
) f
left join etl_v2.weekly_station_metrics o on o.week_id = f.week and o.model = 'overall'
left join (
    select
        week_id,
        '{' || string_agg(
            ${schema}.json_text(model) || ': ' || metrics,
            ', ' order by case when model = 'overall' then 1 else 0 end, model
        ) || '}' as metrics
    from etl_v2.weekly_station_metrics
    group by week_id
) m on m.week_id = f.week
left join etl_v2.weekly_tpy_model_metrics sxm4 on sxm4.week_id = f.week and sxm4.model = 'Tesla SXM4'
left join etl_v2.weekly_tpy_model_metrics sxm5 on sxm5.week_id = f.week and sxm5.model = 'Tesla SXM5'
left join etl_v2.weekly_station_yield best
    on best.week_id = f.week and best.model = 'overall' and best.place = o.best_place
left join etl_v2.weekly_station_yield worst
    on worst.week_id = f.week and worst.model = 'overall' and worst.place = o.worst_place
