-- Records in the master logs per feed and day.
-- days: day
-- each: feed
select '${feed}' as feed, day, count(*) as records
from ${master_log}
group by day
