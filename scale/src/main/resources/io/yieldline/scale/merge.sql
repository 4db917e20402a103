-- What becomes of every record of the events that new exports show. Newer is told by the place of an export in the order of export
-- time, so that exports may come in any order:
--   the version in the newest export is the current one; of several in that export, the last;
--   of each version the row that came first is kept, with the attributes of the newest export that shows it;
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
ranked as (
    select
        s.*,
        row_number() over (
            partition by identity, content
            order by export_id nulls last, row_number nulls last
        ) as place,
        first_value(content) over (
            partition by identity
            order by newness desc nulls last, row_number desc nulls last
        ) as current_content,
        first_value(struct(row_number${attributes})) over (
            partition by identity, content
            order by attributes_of desc nulls last, row_number nulls last
        ) as newest,
        min(export_id) over (partition by identity) as first_export,
        first_value(content) over (
            partition by identity, export_id
            order by row_number desc nulls last
        ) as export_content,
        max(newness) over (
            partition by identity
            order by export_id nulls last
            range between unbounded preceding and 1 preceding
        ) as newest_before
    from shown s
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
        when place > 1 then 'seen'
        when content <> export_content then 'lost'
        when export_id = first_export then 'new'
        when newness > newest_before then 'won'
        else 'lost'
    end as fate
from ranked
