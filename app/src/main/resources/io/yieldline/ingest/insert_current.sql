insert into ${master} (identity, content, export_id, row_number, ${columns})
select s.identity, s.content, ${export}, s.row_number, ${s.columns}
from stage s
join stage_key k on k.row_number = s.row_number and k.fate in ('new', 'won')
