-- title: Runs by operator and day
-- grain: one row per day, operator and station
-- key: day, operator, station
-- from: workstation
-- partition: day
-- column: day date | plant day of the end time
-- column: operator text | operator, as the source spells it
-- column: station text | station, as the source spells it
-- column: total bigint | records in production scope
-- column: passed bigint | records with verdict pass
-- column: failed bigint | records with verdict fail
-- ratio: yield = passed of passed + failed | share of the judged records that passed
select
    day,
    operator,
    station,
    count(*) as total,
    count(*) filter (where verdict = 'pass') as passed,
    count(*) filter (where verdict = 'fail') as failed
from workstation_master_log
where in_scope
group by day, operator, station
