-- The original multiplies the rounded station yields; if a station of the formula is missing, there is no product.
-- weeks: week_id
select
    y.week_id,
    y.model,
    '{' || string_agg(
        ${schema}.json_text(y.workstation_name) || ': ' || ${schema}.json_percent(y.throughput_yield),
        ', ' order by y.place
    ) filter (where f.station is not null) || '}' as hardcoded_stations,
    case
        when count(f.station) < min(n.stations) then null
        when min(y.throughput_yield) filter (where f.station is not null) = 0 then cast(0 as decimal(5,2))
        else cast(100 * exp(sum(y.logarithm) filter (where f.station is not null)) as decimal(5,2))
    end as hardcoded_tpy,
    '{' || string_agg(
        ${schema}.json_text(y.workstation_name) || ': ' || ${schema}.json_percent(y.throughput_yield),
        ', ' order by y.place
    ) filter (where y.counts) || '}' as dynamic_stations,
    case
        when min(y.throughput_yield) filter (where y.counts) = 0 then cast(0 as decimal(5,2))
        else cast(100 * exp(sum(y.logarithm) filter (where y.counts)) as decimal(5,2))
    end as dynamic_tpy,
    count(*) filter (where y.counts) as dynamic_station_count,
    (select s.refreshed_at from ${schema}.mart_state s where s.mart = 'station_yield_weekly') as created_at
from (
    select
        *,
        cast(ln(case when throughput_yield > 0 then throughput_yield * 0.01 end) as decimal(18,12)) as logarithm,
        not exists (
            select 1
            from ${schema}.rule_complete_exclusion e
            where ${schema}.name_key(workstation_name) like e.pattern escape '!'
        ) as counts
    from etl_v2.weekly_station_yield
    where model <> 'overall'
) y
left join ${schema}.rule_focused_station f on f.model_key = ${schema}.name_key(y.model) and f.name_key = ${schema}.name_key(y.workstation_name)
left join (
    select model_key, count(*) as stations
    from ${schema}.rule_focused_station
    group by model_key
) n on n.model_key = ${schema}.name_key(y.model)
group by y.week_id, y.model
