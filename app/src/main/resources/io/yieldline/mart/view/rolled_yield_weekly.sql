-- Rolled yields per ISO week and model: focused is the product over the stations of the model's formula, n/a unless all of
-- them have judged records; complete that over all stations with judged records but the excluded ones.
with judged as (
    select
        week,
        model,
        upper(station) as station,
        cast(sum(passed) as bigint) as passed,
        cast(sum(passed + failed) as bigint) as judged
    from station_yield_weekly
    group by week, model, upper(station)
), factor as (
    select w.week, w.model, 'focused' as kind, f.station as needed, s.passed, s.judged
    from (select distinct week, model from judged) w
    join rule_focused_station f on f.model = w.model
    left join judged s on s.week = w.week and s.model = w.model and s.station = f.station and s.judged > 0
    union all
    select s.week, s.model, 'complete', null, s.passed, s.judged
    from judged s
    where s.judged > 0
        and not exists (select 1 from rule_complete_exclusion e where s.station like e.pattern escape '!')
)
select
    week,
    model,
    kind,
    count(passed) as stations,
    count(needed) as needed,
    case
        when count(passed) < count(needed) then null
        when min(passed) = 0 then cast(0 as decimal(9,6))
        else cast(exp(sum(cast(ln(case when passed > 0 then 1e0 * passed / judged end) as decimal(18,12)))) as decimal(9,6))
    end as yield
from factor
group by week, model, kind
