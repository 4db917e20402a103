-- Records in the master logs per feed and day.
select 'workstation' as feed, day, count(*) as records
from workstation_master_log
group by day
union all
select 'testboard', day, count(*)
from testboard_master_log
group by day
union all
select 'snfn', day, count(*)
from snfn_master_log
group by day
