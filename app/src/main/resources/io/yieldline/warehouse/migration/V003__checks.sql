-- What the quality checks found: every result for ever, findings and failing rows of the latest run of each check.

create table check_result (
    run_id bigint not null,
    check_name ${text} not null,
    title ${text} not null,
    dimension ${text} not null,
    severity ${text} not null,
    outcome ${text} not null,
    failing bigint not null,
    total bigint,
    finding_count bigint not null,
    finished_at timestamp not null,
    primary key (run_id, check_name)
);
create table check_finding (
    run_id bigint not null,
    check_name ${text} not null,
    position integer not null,
    severity ${text} not null,
    message ${text} not null
);
create table check_row (
    run_id bigint not null,
    check_name ${text} not null,
    position integer not null,
    export_id bigint,
    row_number bigint,
    cells ${text} not null
);
