-- The days that a result of a check covers; null for all that the check looks at by itself. Reports checked one day or week and
-- did not say which: their earlier results cover no more than the day of the run.

alter table check_result add column first_day date;
alter table check_result add column last_day date;
update check_result
set first_day = cast(finished_at as date), last_day = cast(finished_at as date)
where check_name not in ('counts', 'schema', 'archive')
    and run_id in (
        select id
        from run
        where operation = 'report' or operation = 'check' and parameters not like '%from=null, to=null%');
