-- title: Electrical tests by fixture and day
-- grain: one row per day, fixture, model, part number and station
-- key: day, fixture, model, part_number, station
-- from: testboard
-- partition: day
-- step: test boards
-- column: day date | plant day of the end time
-- column: fixture text | fixture number, as scanned
-- column: model text | model of the units
-- column: part_number text | part number of the units
-- column: station text | station, as spelled in the export
-- column: total bigint | test records
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- ratio: yield = passed of passed + failed | share of the judged records that passed
-- ratio: failure_rate = failed of total | share of the records that failed
select
    day,
    fixture,
    model,
    part_number,
    station,
    count(*) as total,
    count(*) filter (where verdict = 'pass') as passed,
    count(*) filter (where verdict = 'fail') as failed
from testboard_master_log
where excluded is not true
group by day, fixture, model, part_number, station
