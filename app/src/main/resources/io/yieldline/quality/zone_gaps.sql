select cast(extract(epoch from (w.ended_at - t.ended_at)) as bigint) as gap, count(*) as records
from ${judged} t
join ${reference} w
    on w.serial_number = t.serial_number
    and name_key(w.station) = name_key(t.station)
    and coalesce(w.status, '') = coalesce(t.status, '')
    and w.ended_at - w.started_at = t.ended_at - t.started_at
where t.day between ? and ?
    and w.day between ? and ?
group by cast(extract(epoch from (w.ended_at - t.ended_at)) as bigint)
