-- Factors of the rolled yields with their counts, per day and per ISO week (grain and period) and model; grain "unit week" has the
-- true first-pass yields of the units whose first run at the station was in the week. Focused: the
-- stations of the model's formula, 0 of 0 for a station without judged records. Complete: all stations with judged records except the
-- excluded ones. Spellings of one model count together, under that of the rules. Stations are in upper case; spelled is the
-- spelling of the records, in lower case if it varies.
-- weeks: week
-- column: grain text | day, week, or unit week: by the first runs of units
-- column: period text | the day, such as 2025-04-14, or the ISO week
-- column: week text | ISO week of the period
-- column: model text | model, as spelled in the rules
-- column: kind text | focused or complete
-- column: station text | station in upper case
-- column: spelled text | station, as spelled in the records
-- column: passed bigint | records with verdict pass, or units that passed at their first run
-- column: judged bigint | records with a verdict, or units whose first run has one
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
    union all
    select 'unit week', iso_week(day), iso_week(day), model, station, ${unit_first_pass_daily.first_pass_yield}
    from unit_first_pass_daily
), judged as (
    select
        c.grain,
        c.period,
        c.week,
        r.model,
        name_key(c.station) as name_key,
        upper(min(c.station)) as station,
        case when min(c.station) = max(c.station) then min(c.station) else lower(min(c.station)) end as spelled,
        cast(sum(c.passed) as bigint) as passed,
        cast(sum(c.judged) as bigint) as judged
    from counted c
    join rule_yield_model r on r.name_key = name_key(c.model)
    group by c.grain, c.period, c.week, r.model, name_key(c.station)
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
    join rule_focused_station f on f.model_key = name_key(p.model)
    left join judged j on j.grain = p.grain and j.period = p.period and j.model = p.model and j.name_key = f.name_key
    union all
    select grain, period, week, model, 'complete', station, spelled, passed, judged
    from judged j
    where judged > 0
        and not exists (select 1 from rule_complete_exclusion e where j.name_key like e.pattern escape '!')
) f
