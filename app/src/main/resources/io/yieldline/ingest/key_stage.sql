-- What becomes of each staged record: new, contest (known, but with another content), or seen (known and identical).
-- Of several records of one event in an export, the last one represents it (place 1).
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
        s.row_number,
        s.identity,
        s.content,
        m.content as known_content,
        row_number() over (partition by s.identity order by s.row_number desc) as place
    from stage s
    left join ${master} m
        on m.identity = s.identity
        and m.ended_at between timestamp '${first}' and timestamp '${last}'
) ranked
