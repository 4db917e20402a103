-- days: pack_date
select
    day as pack_date,
    coalesce(model, 'nan') as model,
    coalesce(part_number, 'nan') as part_number,
    packed as packed_count
from ${schema}.packing_daily
