-- days: date
select
    day as "date",
    coalesce(part_number, 'nan') as pn,
    coalesce(model, 'nan') as model,
    station as workstation_name,
    coalesce(flow, 'nan') as service_flow,
    total as total_count,
    passed as pass_count,
    failed as fail_count,
    (select s.refreshed_at from ${schema}.mart_state s where s.mart = 'p_chart_daily') as created_at
from ${schema}.p_chart_daily
