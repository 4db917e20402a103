-- title: Units that started in a week
-- grain: one row per ISO week and model
-- key: week, model
-- from: unit_start
-- partition: week
-- step: weekly yields
-- column: week text | ISO week in which the first record ever of these units ended
-- column: model text | model of the units
-- column: units bigint | units whose first ever record in production scope falls in the week
select
    week,
    model,
    count(*) as units
from unit_start
group by week, model
