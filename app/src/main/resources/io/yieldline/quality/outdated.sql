-- Versions that do not count, each with the newest export that shows it, and the version that counts with its newest export.
with shown as (
    select identity, content, export_id, row_number
    from ${master}
    where identity in (select h.identity from ${history} h where h.day between ? and ?)
    union all
    select identity, content, export_id, row_number
    from ${history}
    where day between ? and ?
    union all
    select identity, content, export_id, row_number
    from sighting
    where feed = '${feed}' and identity in (select h.identity from ${history} h where h.day between ? and ?)
),
latest as (
    select
        s.*,
        e.export_time,
        e.file_name,
        row_number() over (
            partition by s.identity, s.content
            order by e.export_time desc, e.id desc, s.row_number desc
        ) as place
    from shown s
    join export e on e.id = s.export_id
)
select
    m.serial_number,
    m.station,
    m.started_at,
    m.ended_at,
    o.export_id,
    o.row_number,
    o.file_name as file,
    n.export_id as counts_export,
    n.row_number as counts_row,
    n.file_name as counts_file,
    case when o.export_time = n.export_time then 1 else 0 end as same_time
from latest o
join ${master} m on m.identity = o.identity and m.content <> o.content
join latest n on n.identity = m.identity and n.content = m.content and n.place = 1
where o.place = 1 and o.export_id <> n.export_id
order by m.ended_at, m.serial_number, o.export_id, o.row_number
