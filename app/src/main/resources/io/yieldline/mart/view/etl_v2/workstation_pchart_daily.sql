-- days: date
select
    day as "date",
    coalesce(part_number, 'nan') as pn,
    coalesce(model, 'nan') as model,
    station as workstation_name,
    coalesce(flow, 'nan') as service_flow,
    total as total_count,
    passed as pass_count,
    failed as fail_count
from ${schema}.p_chart_daily
