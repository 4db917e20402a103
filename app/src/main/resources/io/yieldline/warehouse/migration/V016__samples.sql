-- What metrics cannot be computed from later: when the server ran (UTC), how long it took to answer, how large tables and home were.
-- Days are plant days; a later sample of a day replaces the earlier one. Rows of more than 400 days ago are removed.

create table server_time (
    started_at timestamp primary key,
    seen_at timestamp not null
);
-- A histogram: the requests of a route that took up to so many milliseconds, and more than those of the next smaller row.
create table response_time (
    day date not null,
    route ${text} not null,
    up_to_ms bigint not null,
    requests bigint not null,
    primary key (day, route, up_to_ms)
);
create table table_size (
    day date not null,
    table_name ${text} not null,
    row_count bigint not null,
    primary key (day, table_name)
);
create table home_size (
    day date primary key,
    home_bytes bigint not null,
    database_bytes bigint not null,
    free_bytes bigint not null
);
