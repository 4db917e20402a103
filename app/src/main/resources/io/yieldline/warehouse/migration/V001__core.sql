-- The tables that every plant has. Master logs, unit tables and marts are made from feeds and mart files.

create table write_mark (mark uuid);
insert into write_mark values (null);

-- One row per export, loaded or parked: the ledger. An export is known by the SHA-256 of its bytes.
create table export (
    id bigint primary key,
    sha256 ${text} not null unique,
    feed ${text},
    file_name ${text} not null,
    bytes bigint not null,
    format ${text},
    export_time timestamp,
    status ${text} not null,
    reason ${text},
    row_count bigint not null,
    new_count bigint not null,
    duplicate_count bigint not null,
    revised_count bigint not null,
    rejected_count bigint not null,
    cleaned_count bigint not null,
    first_day date,
    last_day date,
    unknown_columns ${text},
    run_id bigint,
    loaded_at timestamp not null,
    milliseconds bigint not null
);

-- Rows that could not become records, with all their cells, so that they can be mended and loaded again.
create table rejected_row (
    export_id bigint not null,
    row_number bigint not null,
    column_name ${text},
    value ${text},
    reason ${text} not null,
    cells ${text} not null
);

-- Where else a known record was seen: each row of an export that did not become the current record.
create table sighting (
    feed ${text} not null,
    identity uuid not null,
    content uuid not null,
    export_id bigint not null,
    row_number bigint not null
);

-- What changed and which marts have yet to follow: a mart is stale where a later change than its own touched its source.
create table touched (
    change bigint not null,
    source ${text} not null,
    day date,
    week ${text},
    output_day date
);
create table touched_unit (
    change bigint not null,
    feed ${text} not null,
    serial_number ${text} not null
);
create table mart_state (
    mart ${text} primary key,
    fingerprint ${text} not null,
    change bigint not null,
    refreshed_at timestamp not null
);

-- Facts about the plant's database itself, such as the rules that its records were judged by.
create table setting (
    name ${text} primary key,
    value ${text} not null
);

create table run (
    id bigint primary key,
    operation ${text} not null,
    parameters ${text} not null,
    caller ${text} not null,
    user_name ${text} not null,
    started_at timestamp not null,
    ended_at timestamp,
    outcome ${text} not null,
    summary ${text},
    error ${text}
);
