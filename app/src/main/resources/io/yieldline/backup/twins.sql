-- Of records with the same identity, keeps the most recently exported one, then the one that arrived last.
create temp table twin as
select
    m.*,
    row_number() over (
        partition by m.identity
        order by e.export_time desc nulls last, m.export_id desc, m.row_number desc
    ) as place
from ${master} m
left join export e on e.id = m.export_id
where m.identity in (select t.identity from ${master} t group by t.identity having count(*) > 1);

-- A row of an export that is not counted elsewhere becomes a sighting; a mere copy is deleted.
insert into sighting (feed, identity, content, export_id, row_number)
select distinct '${feed}', l.identity, l.content, l.export_id, l.row_number
from twin l
join twin w on w.identity = l.identity and w.place = 1
where l.place > 1
    and (l.export_id <> w.export_id or l.row_number <> w.row_number)
    and not exists (
        select 1
        from sighting g
        where g.feed = '${feed}'
            and g.identity = l.identity
            and g.export_id = l.export_id
            and g.row_number = l.row_number
    );

delete from ${master}
where identity in (select t.identity from twin t);

insert into ${master} (${columns})
select ${columns}
from twin
where place = 1;

drop table twin
