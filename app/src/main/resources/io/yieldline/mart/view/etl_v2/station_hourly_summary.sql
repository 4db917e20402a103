-- days: date
select
    day as "date",
    hour,
    station as workstation_name,
    total as part_count
from ${schema}.station_hourly
