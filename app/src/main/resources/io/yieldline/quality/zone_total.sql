select count(*)
from ${judged} t
where t.day between ? and ?
    and t.ended_at between (select min(w.ended_at) from ${reference} w) and (select max(w.ended_at) from ${reference} w)
