-- days: end_date
select
    day as end_date,
    coalesce(model, 'nan') as model,
    coalesce(process, 'nan') as work_station_process,
    station as workstation_name,
    passed as pass,
    failed as fail,
    total,
    cast(${schema}.half_up(1000 * failed, total) * 0.001 as decimal(5,3)) as failurerate
from ${schema}.testboard_station_daily
