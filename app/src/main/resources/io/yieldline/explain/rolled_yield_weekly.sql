-- key: week, model, kind
-- The factors of each product, as the view takes them; a station that is needed and has no judged records has 0 of 0.
with judged as (
    select
        week,
        model,
        upper(station) as station,
        case when count(*) = 1 then min(station) else lower(min(station)) end as spelled,
        cast(sum(passed) as bigint) as passed,
        cast(sum(passed + failed) as bigint) as judged
    from station_yield_weekly
    group by week, model, upper(station)
)
select
    week,
    model,
    kind,
    'factor ' || station as number,
    coalesce(passed, 0) as numerator,
    coalesce(judged, 0) as denominator,
    1 as place,
    'station_yield_weekly' as mart,
    week as at_week,
    model as at_model,
    coalesce(spelled, station) as at_station
from (
    select w.week, w.model, 'focused' as kind, f.station, s.spelled, s.passed, s.judged
    from (select distinct week, model from judged) w
    join rule_focused_station f on f.model = w.model
    left join judged s on s.week = w.week and s.model = w.model and s.station = f.station
    union all
    select s.week, s.model, 'complete', s.station, s.spelled, s.passed, s.judged
    from judged s
    where s.judged > 0
        and not exists (select 1 from rule_complete_exclusion e where s.station like e.pattern escape '!')
) f
