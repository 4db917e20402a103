insert into ${master} (identity, content, export_id, row_number, ${columns})
select s.identity, s.content, ${export}, s.row_number, ${s.columns}
from stage s
${chosen}
