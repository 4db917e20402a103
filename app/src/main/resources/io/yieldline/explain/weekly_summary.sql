-- key: week, model
-- The sources of the numbers of a row, mart by mart, then the operands of its ratios. Model "all" is in no mart.
select
    week,
    model,
    number,
    numerator,
    denominator,
    place,
    mart,
    week as at_week,
    case when model = 'all' then null else model end as at_model
from (
    select
        1 as place, week, model,
        'started, first_pass, completed, failed, completed_or_failed, limbo' as number,
        cast(null as bigint) as numerator, cast(null as bigint) as denominator, 'first_pass_weekly' as mart
    from weekly_summary
    union all
    select 2, week, model, 'starters', null, null, 'week_starters'
    from weekly_summary
    union all
    select
        3, week, model,
        'total_rows, passed_rows, failed_rows, unjudged_rows, judged_rows', null, null, 'station_yield_weekly'
    from weekly_summary
    union all
    select 4, week, model, 'first_pass_of_started', first_pass, started, 'first_pass_weekly'
    from weekly_summary
    union all
    select 5, week, model, 'first_pass_of_finished', first_pass, completed_or_failed, 'first_pass_weekly'
    from weekly_summary
    union all
    select 6, week, model, 'overall_yield', passed_rows, judged_rows, 'station_yield_weekly'
    from weekly_summary
) s
