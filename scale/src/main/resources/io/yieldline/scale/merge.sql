-- What becomes of every record of the events that new exports show. Newer is told by the place of an export in the order of export
-- time, so that exports may come in any order:
--   the version in the newest export is the current one; of several in that export, the last;
--   of each version the row is kept with which it last became the current one, else the one that came first, with the attributes
--   of the newest export that shows it;
--   every other row is a sighting.
with shown as (
    select
        s.*,
        e.newness,
        case
            when s.was = 'sighting' then null
            when s.was = 'fresh' then e.newness
            else max(case when s.was <> 'fresh' then e.newness end) over (partition by s.identity, s.content)
        end as attributes_of
    from shown_rows s
    join export_order e on e.export_id = s.export_id
),
stepped as (
    select
        s.*,
        first_value(content) over (
            partition by identity, export_id
            order by row_number desc nulls last
        ) as export_content,
        max(struct(newness, row_number, content)) over (
            partition by identity
            order by export_id
            range between unbounded preceding and 1 preceding
        ) as newest_before
    from shown s
),
-- As if the exports came one by one: with which of them a version became the current one.
won as (
    select
        s.*,
        content = export_content
            and (newest_before is null or (newness > newest_before.newness and content <> newest_before.content)) as wins
    from stepped s
),
ranked as (
    select
        s.*,
        row_number() over (
            partition by identity, content
            order by was = 'sighting', case when wins then export_id end desc nulls last, export_id, row_number
        ) as place,
        row_number() over (partition by identity, content, wins, export_id order by row_number) as place_in_export,
        row_number() over (partition by identity, content order by export_id, row_number) as showing,
        first_value(content) over (
            partition by identity
            order by newness desc nulls last, row_number desc nulls last
        ) as current_content,
        first_value(struct(row_number${attributes})) over (
            partition by identity, content
            order by attributes_of desc nulls last, row_number nulls last
        ) as newest
    from won s
)
select
    ${columns},
    was,
    ${differ} as attributes_changed,
    case
        when place > 1 then 'sighting'
        when content = current_content then 'current'
        else 'history'
    end as becomes,
    case
        when wins and place_in_export = 1 then if(newest_before is null, 'new', 'won')
        when showing > 1 then 'seen'
        else 'lost'
    end as fate
from ranked
