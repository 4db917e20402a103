-- How long each refresh of a mart took; times are UTC, as those of mart_state.

create table mart_refresh (
    mart ${text} not null,
    refreshed_at timestamp not null,
    milliseconds bigint not null,
    partitions bigint not null,
    row_count bigint not null
);
