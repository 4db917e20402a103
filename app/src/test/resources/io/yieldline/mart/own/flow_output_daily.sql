-- title: Runs by service flow and output day
-- grain: one row per output day, flow and role of the station
-- key: day, flow, role
-- from: workstation
-- partition: output_day as day
-- step: packing and sort tests
-- column: day date | output day: weekend work counts on the Friday before
-- column: flow text | service flow
-- column: role text | role of the station by the rules; blank for most
-- column: total bigint | records
-- column: seconds bigint | how long they took together
select
    w.output_day as day,
    w.flow,
    r.role,
    count(*) as total,
    cast(sum(w.duration_seconds) as bigint) as seconds
from workstation_master_log w
left join rule_station r on r.name_key = name_key(w.station)
group by w.output_day, w.flow, r.role
