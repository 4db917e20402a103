-- Reports as they were published, and every figure in them with the data that it was made from.

create table report (
    id bigint primary key,
    kind ${text} not null,
    period ${text} not null,
    made_at timestamp not null,
    change bigint not null,
    export_id bigint not null,
    run_id bigint,
    subject ${text} not null,
    sha256 ${text} not null,
    html ${text} not null,
    plain ${text} not null
);

-- The figures of the report's own period, and those of earlier periods that it restated.
create table report_figure (
    report_id bigint not null,
    period ${text} not null,
    figure ${text} not null,
    model ${text} not null,
    station ${text} not null,
    numerator bigint not null,
    denominator bigint
);
