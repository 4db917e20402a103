select
    station as workstation_name,
    coalesce(fixture, 'nan') as fixture_no,
    coalesce(error_code, 'nan') as error_code,
    coalesce(error_description, 'nan') as error_disc,
    serial_number as sn,
    coalesce(part_number, 'nan') as pn,
    coalesce(model, 'nan') as model,
    started_at as history_station_start_time,
    ended_at as history_station_end_time,
    'snfn' as data_source,
    (select e.loaded_at from ${schema}.export e where e.id = export_id) as created_at,
    (select e.loaded_at from ${schema}.export e where e.id = export_id) as updated_at
from ${schema}.snfn_master_log
