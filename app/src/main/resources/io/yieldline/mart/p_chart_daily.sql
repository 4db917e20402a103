-- title: Counts for p-charts by day
-- grain: one row per day, part number, model, station and service flow
-- key: day, part_number, model, station, flow
-- from: workstation
-- partition: day
-- step: daily yields
-- column: day date | plant day of the end time
-- column: part_number text | part number of the units
-- column: model text | model of the units
-- column: station text | station, as spelled in the export
-- column: flow text | service flow, as truncated by the exporter
-- column: total bigint | records in production scope
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- column: unjudged bigint | records without verdict
-- ratio: yield = passed of passed + failed | share of the judged records that passed
select
    day,
    part_number,
    model,
    station,
    flow,
    count(*) as total,
    count(*) filter (where verdict = 'pass') as passed,
    count(*) filter (where verdict = 'fail') as failed,
    count(*) filter (where verdict = 'none') as unjudged
from workstation_master_log
where in_scope
group by day, part_number, model, station, flow
