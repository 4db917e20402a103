-- title: First pass by week
-- grain: one row per ISO week and model
-- key: week, model
-- from: workstation
-- partition: week
-- step: weekly yields
-- column: week text | ISO week of the end time
-- column: model text | model of the units; a unit is a serial number under a model
-- column: started bigint | units with any record in production scope in the week
-- column: first_pass bigint | units packed in the week without a failure in the week
-- column: completed bigint | units with any packing record in the week
-- column: failed bigint | units with any failure in the week, including completed units
-- column: completed_or_failed bigint | units completed or failed, each counted once
-- column: limbo bigint | units neither completed nor failed
-- ratio: first_pass_of_started = first_pass of started | share of the units of the week that were packed without a failure
-- ratio: first_pass_of_finished = first_pass of completed_or_failed | the same share of the units that were packed or failed
select
    week,
    model,
    count(*) as started,
    count(*) filter (where packings > 0 and failures = 0) as first_pass,
    count(*) filter (where packings > 0) as completed,
    count(*) filter (where failures > 0) as failed,
    count(*) filter (where packings > 0 or failures > 0) as completed_or_failed,
    count(*) filter (where packings = 0 and failures = 0) as limbo
from (
    select
        w.week,
        w.model,
        w.serial_number,
        count(p.station) as packings,
        count(*) filter (where w.verdict = 'fail') as failures
    from workstation_master_log w
    left join rule_station p on p.role = 'packing' and p.name_key = name_key(w.station)
    where w.in_scope
    group by w.week, w.model, w.serial_number
) u
group by week, model
