-- title: Failures by error code and day
-- grain: one row per day, error code, fixture, station, model and part number
-- key: day, error_code, fixture, station, model, part_number
-- from: testboard
-- partition: day
-- step: test boards
-- column: day date | plant day of the end time
-- column: error_code text | error code of the failure reason; blank if no reason was given
-- column: fixture text | fixture number, as scanned
-- column: station text | station, as spelled in the export
-- column: model text | model of the units
-- column: part_number text | part number of the units
-- column: failures bigint | test records with verdict fail
select
    day,
    error_code,
    fixture,
    station,
    model,
    part_number,
    count(*) as failures
from testboard_master_log
where excluded is not true
    and verdict = 'fail'
group by day, error_code, fixture, station, model, part_number
