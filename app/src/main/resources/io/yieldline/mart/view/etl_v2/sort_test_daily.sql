-- The original counted only passes.
-- days: test_date
select
    sort_code,
    day as test_date,
    passed as test_count
from ${schema}.sort_test_daily
where passed > 0
