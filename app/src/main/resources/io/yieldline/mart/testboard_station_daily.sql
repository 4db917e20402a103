-- title: Electrical tests by station and day
-- grain: one row per day, model, process and station
-- key: day, model, process, station
-- from: testboard
-- partition: day
-- step: test boards
-- column: day date | plant day of the end time
-- column: model text | model of the units
-- column: process text | work station process
-- column: station text | station, as spelled in the export
-- column: total bigint | test records
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- ratio: yield = passed of passed + failed | share of the judged records that passed
-- ratio: failure_rate = failed of total | share of the records that failed
select
    day,
    model,
    process,
    station,
    count(*) as total,
    count(*) filter (where verdict = 'pass') as passed,
    count(*) filter (where verdict = 'fail') as failed
from testboard_master_log
where excluded is not true
group by day, model, process, station
