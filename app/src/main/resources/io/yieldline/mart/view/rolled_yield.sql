-- Rolled yields per day and per ISO week (grain and period) and model: focused is the product over the stations of the model's
-- formula, n/a unless all of them have judged records; complete is the product over all stations with judged records except the excluded ones.
-- A product that is not exactly 1 or 0 is never rounded to it.
-- weeks: week
-- column: grain text | day, week, or unit week: by the first runs of units
-- column: period text | the day, such as 2025-04-14, or the ISO week
-- column: week text | ISO week of the period
-- column: model text | model, as spelled in the rules
-- column: kind text | focused or complete
-- column: stations bigint | stations with judged records
-- column: needed bigint | stations of the product
-- column: yield decimal(9,6) | rolled yield from 0 to 1; blank if a needed station has no judged record
select
    grain,
    period,
    week,
    model,
    kind,
    count(*) filter (where judged > 0) as stations,
    count(*) filter (where kind = 'focused') as needed,
    case
        when min(judged) = 0 then null
        when min(passed) = 0 then cast(0 as decimal(9,6))
        when min(judged - passed) = 0 and max(judged - passed) = 0 then cast(1 as decimal(9,6))
        else least(0.999999, greatest(0.000001, cast(
            exp(sum(cast(ln(case when passed > 0 then 1e0 * passed / judged end) as decimal(18,12)))) as decimal(9,6))))
    end as yield
from rolled_yield_factor
group by grain, period, week, model, kind
