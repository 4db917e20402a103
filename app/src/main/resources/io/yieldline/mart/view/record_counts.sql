-- Records in the master logs per feed and day.
-- days: day
-- each: feed
-- column: feed text | feed of the master log
-- column: day date | plant day of the end
-- column: records bigint | records of the master log
select '${feed}' as feed, day, count(*) as records
from ${master_log}
group by day
