-- What each query of the original's dashboard reads: its tables, and every column that it names. The route stands above.

-- tpy/daily
select date_id, model, workstation_name, total_parts, passed_parts, failed_parts, throughput_yield, week_id, week_start, week_end,
    total_starters, created_at
from etl_v2.daily_tpy_metrics where date_id between date '2025-04-01' and date '2025-04-30' order by date_id;

-- tpy/weekly
select week_id, week_start, week_end, days_in_week,
    weekly_first_pass_yield_traditional_parts_started, weekly_first_pass_yield_traditional_first_pass_success,
    weekly_first_pass_yield_traditional_first_pass_yield, weekly_first_pass_yield_completed_only_active_parts,
    weekly_first_pass_yield_completed_only_first_pass_success, weekly_first_pass_yield_completed_only_first_pass_yield,
    weekly_first_pass_yield_breakdown_parts_completed, weekly_first_pass_yield_breakdown_parts_failed,
    weekly_first_pass_yield_breakdown_parts_stuck_in_limbo, weekly_first_pass_yield_breakdown_total_parts,
    weekly_overall_yield_total_parts, weekly_overall_yield_completed_parts, weekly_overall_yield_overall_yield,
    weekly_throughput_yield_station_metrics, weekly_throughput_yield_average_yield, total_stations, best_station_name,
    best_station_yield, worst_station_name, worst_station_yield, created_at
from etl_v2.weekly_tpy_metrics where week_id between '2025-W14' and '2025-W18' order by week_id desc;

-- tpy/weekly, by model
select week_id, model, hardcoded_stations, hardcoded_tpy, dynamic_stations, dynamic_tpy, dynamic_station_count, created_at
from etl_v2.weekly_tpy_model_metrics where week_id between '2025-W14' and '2025-W18' order by week_id, model;

-- tpy/summary, days
select count(*), max(date_id), count(distinct model), count(distinct workstation_name) from etl_v2.daily_tpy_metrics;

-- tpy/summary, weeks
select count(*), max(week_id), max(created_at) from etl_v2.weekly_tpy_metrics;

-- tpy/summary, models
select model, avg(hardcoded_tpy), avg(dynamic_tpy), count(distinct week_id) from etl_v2.weekly_tpy_model_metrics group by model;

-- tpy/summary, latest days
select date_id, model, avg(throughput_yield) from etl_v2.daily_tpy_metrics where date_id >= current_date - interval '7300' day
group by date_id, model order by date_id desc limit 10;

-- tpy/station-performance, a week
select model, hardcoded_stations, dynamic_stations, hardcoded_tpy, dynamic_tpy, dynamic_station_count
from etl_v2.weekly_tpy_model_metrics where week_id = '2025-W15';

-- tpy/station-performance, a day
select model, workstation_name, total_parts, passed_parts, failed_parts, throughput_yield
from etl_v2.daily_tpy_metrics where date_id = date '2025-04-07';

-- tpy/test-yields
select model, sum(total_parts) filter (where workstation_name = 'FI') from etl_v2.daily_tpy_metrics group by model order by model;

-- packing/packing-records
select pack_date, model, part_number, packed_count from etl_v2.packing_daily_summary
where pack_date >= date '2025-04-01' and pack_date <= date '2025-04-30' order by pack_date, model, part_number;

-- functional-testing/station-performance
select workstation_name, sum(pass), sum(fail), max(failurerate) from etl_v2.testboard_station_performance_daily
where end_date >= date '2025-04-01' and end_date <= date '2025-04-30' and model = 'SXM6' and work_station_process is not null
group by workstation_name order by workstation_name;

-- functional-testing/fixture-performance
select fixture_no, sum(pass), sum(fail), sum(total) from etl_v2.fixture_performance_daily
where day >= date '2025-04-01' and day <= date '2025-04-30' and model = 'SXM6' and pn = 'P1' and workstation_name = 'BAT'
group by fixture_no order by sum(fail) desc limit 6;

-- pchart/data
select "date", pn, model, workstation_name, service_flow, total_count, pass_count, fail_count, created_at
from etl_v2.workstation_pchart_daily where "date" between date '2025-04-01' and date '2025-04-30' order by "date";

-- pchart/filters, models
select distinct model from etl_v2.workstation_pchart_daily where model is not null order by model;

-- pchart/filters, stations
select distinct workstation_name from etl_v2.workstation_pchart_daily where model = 'SXM6' order by workstation_name;

-- pchart/filters, flows and part numbers
select distinct service_flow, pn from etl_v2.workstation_pchart_daily where model = 'SXM6' and workstation_name = 'FI';

-- station-hourly-summary
select "date", hour, workstation_name, part_count from etl_v2.station_hourly_summary
where "date" = date '2025-04-07' order by workstation_name, hour;

-- sort-record/sort-data
select sort_code, test_date, test_count from etl_v2.sort_test_daily order by sort_code, test_date;

-- snfn/station-errors
select workstation_name, fixture_no, error_code, sn, model, error_disc, count(error_code), min(pn),
    date_trunc('day', history_station_end_time)
from etl_v2.snfn_aggregate_daily
where history_station_end_time between timestamp '2025-04-01 00:00:00' and timestamp '2025-04-30 00:00:00'
group by fixture_no, sn, error_code, error_disc, model, workstation_name, date_trunc('day', history_station_end_time)
order by workstation_name;

-- snfn/model-errors, spc/top-offenders
select fixture_no, error_code, count(*), count(distinct cast(history_station_end_time as date)) from etl_v2.snfn_aggregate_daily
where model = 'SXM6' and error_code not in ('EC_na', 'ECnan', 'NA') group by fixture_no, error_code order by count(*) desc limit 3;

-- spc/available-filters
select count(distinct fixture_no), min(history_station_end_time), max(history_station_end_time) from etl_v2.snfn_aggregate_daily;

-- sql-portal/serial-lookup and serial-history, test boards
select sn, pn, model, workstation_name, history_station_start_time, history_station_end_time, history_station_passing_status,
    operator, failure_reasons, failure_code, failure_note, fixture_no, created_at, updated_at
from etl_v2.testboard_master_log where sn in ('U1', 'U2') order by history_station_start_time desc;

-- sql-portal/serial-lookup and serial-history, stations; workstation-routes
select sn, pn, model, workstation_name, history_station_start_time, history_station_end_time, history_station_passing_status,
    operator, service_flow, created_at, updated_at
from etl_v2.workstation_master_log where sn in ('U1', 'U2') order by created_at desc, history_station_start_time desc;

-- testboard-records/most-recent-fail, by-error, x-bar-r, sn-check, pass-check, fail-check
select sn, workstation_name, error_code, fail_time
from (
    select sn, workstation_name, failure_reasons as error_code, history_station_start_time as fail_time
    from etl_v2.testboard_master_log
    where history_station_passing_status = 'nan' and workstation_name not like '%REPAIR'
    union all
    select sn, workstation_name, 'EC-WS', history_station_start_time
    from etl_v2.workstation_master_log
    where history_station_passing_status = 'nan' and workstation_name not like '%REPAIR'
) combined
order by sn, fail_time desc;

-- testboard-records/station-dive
select model, sn, pn, workstation_name, history_station_passing_status, station_reason, history_station_end_time
from etl_v2.workstation_master_log where workstation_name <> 'TEST' order by sn;

-- testboard-records/daily-usage
select fixture_no, history_station_start_time,
    lag(history_station_end_time) over (partition by fixture_no order by history_station_start_time)
from etl_v2.testboard_master_log
