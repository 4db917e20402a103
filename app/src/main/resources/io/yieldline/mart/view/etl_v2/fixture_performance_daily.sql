-- days: day
select
    day,
    coalesce(fixture, 'nan') as fixture_no,
    coalesce(model, 'nan') as model,
    coalesce(part_number, 'nan') as pn,
    station as workstation_name,
    passed as pass,
    failed as fail,
    total
from ${schema}.fixture_daily
