-- What the data says: each finding once, with its newest figures; what was known of it when; and the note of who has seen it.
-- Days are plant days, times plant time.

create table finding (
    id ${text} primary key,
    kind ${text} not null,
    model ${text} not null,
    station ${text} not null,
    fixture ${text} not null,
    error_code ${text} not null,
    part_number ${text} not null,
    improvement boolean not null,
    since date not null,
    known date not null,
    known_at timestamp not null,
    first_refresh bigint not null,
    seen date not null,
    ended date,
    end_reason ${text},
    units bigint not null,
    failed bigint not null,
    expected decimal(18, 6) not null,
    beyond decimal(18, 6) not null,
    before_units bigint,
    before_failed bigint,
    p_value ${text} not null,
    verdict ${text},
    ruled_out ${text} not null,
    sentence ${text} not null
);
-- One row for each refresh that changed what is known of a finding.
create table finding_history (
    finding_id ${text} not null,
    refresh bigint not null,
    day date not null,
    refreshed_at timestamp not null,
    since date not null,
    ended date,
    units bigint not null,
    failed bigint not null,
    expected decimal(18, 6) not null,
    sentence ${text} not null,
    primary key (finding_id, refresh)
);
-- The refreshes that looked at changed data: the last day that they looked at, and what they looked at.
create table finding_refresh (
    refresh bigint primary key,
    day date not null,
    refreshed_at timestamp not null,
    basis ${text} not null
);
create table finding_note (
    finding_id ${text} primary key,
    noted_by ${text} not null,
    noted_at timestamp not null,
    note ${text} not null
);
