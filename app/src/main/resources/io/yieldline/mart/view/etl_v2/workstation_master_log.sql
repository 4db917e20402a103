select
    serial_number as sn,
    coalesce(part_number, 'nan') as pn,
    coalesce(model, 'nan') as model,
    station as workstation_name,
    started_at as history_station_start_time,
    ended_at as history_station_end_time,
    coalesce(status, 'nan') as history_station_passing_status,
    coalesce(operator, 'nan') as operator,
    coalesce(customer_part_number, 'nan') as customer_pn,
    coalesce(outbound_version, 'nan') as outbound_version,
    substr(cast(started_at as varchar), 12, 5) || '-' || substr(cast(ended_at as varchar), 12, 5) as hours,
    coalesce(flow, 'nan') as service_flow,
    coalesce(method, 'nan') as passing_station_method,
    first_started_at as first_station_start_time,
    'workstation' as data_source
from ${schema}.workstation_master_log
