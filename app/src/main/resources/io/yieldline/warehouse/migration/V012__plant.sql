-- The plant that this database belongs to, as data/plant-id in its home names it: one row. It is no data from exports, so that
-- neither a rebuild nor a restore changes it.

create table plant_identity (
    id ${text} not null,
    name ${text} not null
);
