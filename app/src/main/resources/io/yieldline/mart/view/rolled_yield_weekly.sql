-- Rolled yields per ISO week and model: focused is the product over the stations of the model's formula, n/a unless all of
-- them have judged records; complete is the product over all stations with judged records except the excluded ones. unit_yield is
-- the rolled throughput yield of units: the product of true first-pass yields over the same stations.
-- weeks: week
-- column: week text | ISO week
-- column: model text | model, as spelled in the rules
-- column: kind text | focused or complete
-- column: stations bigint | stations with judged records
-- column: needed bigint | stations of the product
-- column: yield decimal(9,6) | rolled yield of records from 0 to 1; blank if a needed station has no judged record
-- column: unit_yield decimal(9,6) | the same of the first runs of units
select w.week, w.model, w.kind, w.stations, w.needed, w.yield, u.yield as unit_yield
from rolled_yield w
left join rolled_yield u on u.grain = 'unit week' and u.period = w.period and u.model = w.model and u.kind = w.kind
where w.grain = 'week'
