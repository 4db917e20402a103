-- title: True first-pass yield by day
-- grain: one row per day, model and station
-- key: day, model, station
-- from: unit_station
-- partition: day
-- step: daily yields
-- column: day date | plant day of the very first judged run of the units at the station
-- column: model text | model of the units
-- column: station text | station, as spelled in the export
-- column: units bigint | units whose very first judged run at the station ended on the day
-- column: passed_first bigint | units that passed their first run
-- column: passed_by_second bigint | units that passed their first or second run
-- column: passed_by_third bigint | units that passed one of their first three runs
-- column: passed_any bigint | units that passed any run
-- column: runs bigint | judged runs of these units at the station, on any day
-- ratio: first_pass_yield = passed_first of units | share of the units that passed at their first run
-- ratio: second_pass_yield = passed_by_second of units | share of the units that passed at one of their first two runs
-- ratio: third_pass_yield = passed_by_third of units | share of the units that passed at one of their first three runs
-- ratio: final_yield = passed_any of units | share of the units that passed at any run
select
    day,
    model,
    station,
    count(*) as units,
    count(*) filter (where passing_run = 1) as passed_first,
    count(*) filter (where passing_run <= 2) as passed_by_second,
    count(*) filter (where passing_run <= 3) as passed_by_third,
    count(passing_run) as passed_any,
    cast(sum(runs) as bigint) as runs
from unit_station
group by day, model, station
