-- Who gets what by mail, and when; and why a published figure was restated. Times are plant time.

create table subscription (
    id bigint primary key,
    owner ${text} not null,
    kind ${text} not null,
    subject ${text} not null,
    -- Parameters of a saved query as JSON.
    query_values ${text} not null,
    rhythm ${text} not null,
    recipient ${text} not null,
    created_at timestamp not null,
    -- How many messages it has put into the outbox: who counts it up sends the next one.
    turns bigint not null,
    handled_at timestamp,
    -- What was sent last, and the data that was looked at last.
    marker ${text},
    looked_at ${text},
    problem ${text}
);

-- Who gets a message alone; null for those whom the channel names.
alter table outbox_message add column recipient ${text};

create table report_cause (
    report_id bigint not null,
    period ${text} not null,
    figure ${text} not null,
    model ${text} not null,
    station ${text} not null,
    cause ${text} not null
);
