-- title: Units that started in a week
-- grain: one row per ISO week and model
-- key: week, model
-- from: unit_start
-- partition: week
-- step: weekly yields
-- column: week text | ISO week in which the very first record of the units ended
-- column: model text | model of the units
-- column: units bigint | units whose very first record in production scope is in the week
select
    week,
    model,
    count(*) as units
from unit_start
group by week, model
