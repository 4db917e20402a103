-- The stations of a week and model (or "overall") as one JSON text, with their mean yield and the ranks of the extremes.
-- weeks: week_id
select
    week_id,
    model,
    count(*) as stations,
    cast(sum(total_parts) as bigint) as total_parts,
    cast(sum(passed_parts) as bigint) as passed_parts,
    cast(sum(failed_parts) as bigint) as failed_parts,
    cast(sum(judged_parts) as bigint) as judged_parts,
    cast(${schema}.half_up(sum(cast(100 * throughput_yield as bigint)), count(*)) * 0.01 as decimal(5,2))
        as average_yield,
    '{' || string_agg(
        ${schema}.json_text(workstation_name)
            || ': {"totalParts": ' || cast(total_parts as varchar)
            || ', "passedParts": ' || cast(passed_parts as varchar)
            || ', "failedParts": ' || cast(failed_parts as varchar)
            || ', "throughputYield": ' || ${schema}.json_percent(throughput_yield) || '}',
        ', ' order by place
    ) || '}' as metrics,
    min(place) filter (where throughput_yield = highest) as best_place,
    min(place) filter (where throughput_yield = lowest) as worst_place
from (
    select
        *,
        max(throughput_yield) over (partition by week_id, model) as highest,
        min(throughput_yield) over (partition by week_id, model) as lowest
    from etl_v2.weekly_station_yield
) s
group by week_id, model
