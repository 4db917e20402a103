select
    serial_number as sn,
    coalesce(part_number, 'nan') as pn,
    coalesce(model, 'nan') as model,
    coalesce(process, 'nan') as work_station_process,
    coalesce(baseboard_serial_number, 'nan') as baseboard_sn,
    coalesce(baseboard_part_number, 'nan') as baseboard_pn,
    station as workstation_name,
    started_at as history_station_start_time,
    ended_at as history_station_end_time,
    coalesce(status, 'nan') as history_station_passing_status,
    coalesce(operator, 'nan') as operator,
    coalesce(failure_reasons, 'nan') as failure_reasons,
    coalesce(failure_note, 'nan') as failure_note,
    coalesce(failure_code, 'nan') as failure_code,
    coalesce(diag_version, 'nan') as diag_version,
    coalesce(fixture, 'nan') as fixture_no,
    'testboard' as data_source
from ${schema}.testboard_master_log
