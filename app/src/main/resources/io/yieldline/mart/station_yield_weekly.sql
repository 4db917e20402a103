-- title: Station yield by week
-- grain: one row per ISO week, model and station, of the models with yields
-- key: week, model, station
-- from: workstation
-- partition: week
-- step: weekly yields
-- column: week text | ISO week of the end time, such as 2025-W14
-- column: model text | model of the units
-- column: station text | station, as spelled in the export
-- column: total bigint | records in production scope
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- column: unjudged bigint | records without verdict: counted in totals, not in yields
-- ratio: yield = passed of passed + failed | share of the judged records that passed
select
    week,
    model,
    station,
    count(*) as total,
    count(*) filter (where verdict = 'pass') as passed,
    count(*) filter (where verdict = 'fail') as failed,
    count(*) filter (where verdict = 'none') as unjudged
from workstation_master_log
where in_scope
    and name_key(model) in (select r.name_key from rule_yield_model r)
group by week, model, station
