-- title: Sort tests by day
-- grain: one row per output day and sort code
-- key: day, sort_code
-- from: workstation
-- partition: output_day as day
-- step: packing and sort tests
-- column: day date | output day: weekend work counts on the preceding Friday
-- column: sort_code text | sort code of the model
-- column: total bigint | sort test records with any verdict, of any flow
-- column: passed bigint | sort test records with verdict pass
-- ratio: passed_of_total = passed of total | share of the sort tests that passed
select
    w.output_day as day,
    c.sort_code,
    count(*) as total,
    count(*) filter (where w.verdict = 'pass') as passed
from workstation_master_log w
join rule_station t on t.role = 'sort_test' and t.name_key = name_key(w.station)
join rule_sort_code c on c.name_key = name_key(w.model)
where w.excluded is not true
group by w.output_day, c.sort_code
