select t.serial_number, t.station, t.status, t.started_at, t.ended_at, t.export_id, t.row_number
from ${judged} t
where t.day between ? and ?
    and t.ended_at between ? and ?
    and not exists (
        select 1
        from ${reference} w
        where w.serial_number = t.serial_number
            and name_key(w.station) = name_key(t.station)
            and w.started_at = t.started_at
            and w.ended_at = t.ended_at
            and coalesce(w.status, '') = coalesce(t.status, '')
    )
