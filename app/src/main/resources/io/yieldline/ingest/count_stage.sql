-- Staged records, the events in them, and how many of the records are of an event in the master log.
select count(*), count(distinct s.identity), count(m.identity)
from stage s
left join ${master} m
    on m.identity = s.identity
    and m.ended_at between timestamp '${first}' and timestamp '${last}'
