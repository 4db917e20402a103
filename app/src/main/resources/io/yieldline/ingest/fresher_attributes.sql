-- Attributes are from the newest export that contains the record, with any content.
create temp table fresher as
select s.row_number, s.identity
from stage_key k
join stage s on s.row_number = k.row_number
join ${master} m
    on m.identity = k.identity
    and m.content = k.content
    and m.ended_at between timestamp '${first}' and timestamp '${last}'
where k.fate = 'seen' and k.place = 1 and (${differ});

update ${master}
set ${assignments}
from (
    select
        s.*,
        (
            select max(e.export_time)
            from (
                select m.export_id from ${master} m where m.identity = f.identity
                union all
                select g.export_id from sighting g where g.feed = '${feed}' and g.identity = f.identity
            ) shown
            join export e on e.id = shown.export_id
        ) as newest
    from fresher f
    join stage s on s.row_number = f.row_number
) s
where ${master}.identity = s.identity
    and ${master}.ended_at between timestamp '${first}' and timestamp '${last}'
    and timestamp '${exported}' >= s.newest;

-- A mart that shows an attribute follows its changes; nothing else became stale.
insert into touched (change, source, day, week, output_day)
select distinct cast(${change} as bigint), '${feed}_attribute', s.day, s.week, s.output_day
from fresher f
join stage s on s.row_number = f.row_number;

drop table fresher
