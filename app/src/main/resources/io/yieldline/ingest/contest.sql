-- The most recently exported version wins; of two with the same export time, the one that arrives later.
-- A version counts as exported whenever any export contains it, so that exports of different times may arrive in any order.
create temp table contest as
select
    k.row_number,
    k.identity,
    k.content,
    timestamp '${exported}' >= known.exported as wins
from stage_key k
join (
    select shown.identity, max(e.export_time) as exported
    from (
        select m.identity, m.export_id
        from ${master} m
        join stage_key c on c.identity = m.identity and c.fate = 'contest'
        where m.ended_at between timestamp '${first}' and timestamp '${last}'
        union all
        select g.identity, g.export_id
        from sighting g
        join stage_key c on c.identity = g.identity and c.known_content = g.content and c.fate = 'contest'
        where g.feed = '${feed}'
    ) shown
    join export e on e.id = shown.export_id
    group by shown.identity
) known on known.identity = k.identity
where k.fate = 'contest';

update stage_key
set fate = 'won'
where fate = 'contest'
    and identity in (select c.identity from contest c where c.wins);

-- Losing versions, including those in the same export as the winner, are kept as history if they are new.
update stage_key
set fate = 'lost'
where fate = 'contest' or (fate = 'seen' and place > 1);

update stage_key
set fate = 'seen'
where fate = 'lost'
    and (
        content = known_content
        or exists (
            select 1
            from ${history} h
            where h.identity = stage_key.identity and h.content = stage_key.content
        )
        or exists (
            select 1
            from stage_key earlier
            where earlier.identity = stage_key.identity
                and earlier.content = stage_key.content
                and earlier.place < stage_key.place
        )
    );

-- A version from history that wins again is removed from history; its row there becomes a sighting.
insert into sighting (feed, identity, content, export_id, row_number)
select '${feed}', h.identity, h.content, h.export_id, h.row_number
from ${history} h
join contest c on c.identity = h.identity and c.content = h.content and c.wins;

delete from ${history}
where exists (
    select 1
    from contest c
    where c.wins and c.identity = ${history}.identity and c.content = ${history}.content
);

insert into ${history} (identity, content, export_id, row_number, ${columns})
select m.identity, m.content, m.export_id, m.row_number, ${m.columns}
from ${master} m
join contest c on c.identity = m.identity and c.wins
where m.ended_at between timestamp '${first}' and timestamp '${last}';

delete from ${master}
where ended_at between timestamp '${first}' and timestamp '${last}'
    and identity in (select c.identity from contest c where c.wins);

insert into ${history} (identity, content, export_id, row_number, ${columns})
select s.identity, s.content, ${export}, s.row_number, ${s.columns}
from stage s
join stage_key k on k.row_number = s.row_number and k.fate = 'lost';

drop table contest
