-- Factors of the rolled yields with their counts, per day and per ISO week (grain and period) and model. Focused: the
-- stations of the model's formula, 0 of 0 for a station without judged records. Complete: all stations with judged records except the
-- excluded ones. Stations are in upper case; spelled is the spelling of the records, in lower case if it varies.
-- weeks: week
with counted as (
    select
        'day' as grain,
        cast(day as varchar(10)) as period,
        iso_week(day) as week,
        model,
        station,
        ${station_yield_daily.yield.numerator} as passed,
        ${station_yield_daily.yield.denominator} as judged
    from station_yield_daily
    union all
    select 'week', week, week, model, station, ${station_yield_weekly.yield}
    from station_yield_weekly
), judged as (
    select
        grain,
        period,
        week,
        model,
        upper(station) as station,
        case when count(*) = 1 then min(station) else lower(min(station)) end as spelled,
        cast(sum(passed) as bigint) as passed,
        cast(sum(judged) as bigint) as judged
    from counted
    group by grain, period, week, model, upper(station)
)
select
    grain,
    period,
    week,
    model,
    kind,
    station,
    coalesce(spelled, station) as spelled,
    coalesce(passed, 0) as passed,
    coalesce(judged, 0) as judged
from (
    select p.grain, p.period, p.week, p.model, 'focused' as kind, f.station, j.spelled, j.passed, j.judged
    from (select distinct grain, period, week, model from judged) p
    join rule_focused_station f on f.model = p.model
    left join judged j on j.grain = p.grain and j.period = p.period and j.model = p.model and j.station = f.station
    union all
    select grain, period, week, model, 'complete', station, spelled, passed, judged
    from judged j
    where judged > 0
        and not exists (select 1 from rule_complete_exclusion e where j.station like e.pattern escape '!')
) f
