insert into sighting (feed, identity, content, export_id, row_number)
select '${feed}', identity, content, ${export}, row_number
from stage_key
where fate = 'seen'
