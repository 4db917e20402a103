select count(*)
from ${judged} t
where t.day between ? and ?
    and t.ended_at between ? and ?
