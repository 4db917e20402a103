-- One row per failure, despite its name; computed from the electrical tests, as in the original.
select
    coalesce(fixture, 'nan') as fixture_no,
    station as workstation_name,
    serial_number as sn,
    min(coalesce(part_number, 'nan')) as pn,
    coalesce(model, 'nan') as model,
    coalesce(error_code, 'ECnan') as error_code,
    min(coalesce(failure_note, 'nan')) as error_disc,
    ended_at as history_station_end_time
from ${schema}.testboard_master_log
where verdict = 'fail'
group by
    coalesce(fixture, 'nan'),
    station,
    serial_number,
    coalesce(model, 'nan'),
    coalesce(error_code, 'ECnan'),
    ended_at
