-- What becomes of each staged record: new, contest (known, but with another content), or seen (known and identical).
-- Of several versions of one event in an export, the last one represents it; of equal rows, the first (place 1).
create temp table stage_key as
select
    row_number,
    identity,
    content,
    known_content,
    place,
    case
        when place > 1 then 'seen'
        when known_content is null then 'new'
        when known_content <> content then 'contest'
        else 'seen'
    end as fate
from (
    select
        v.row_number,
        v.identity,
        v.content,
        m.content as known_content,
        ${place} as place
    from (
        select
            s.row_number,
            s.identity,
            s.content,
            ${last_row} as last_row
        from stage s
    ) v
    left join ${master} m
        on m.identity = v.identity
        and m.ended_at between timestamp '${first}' and timestamp '${last}'
) ranked
