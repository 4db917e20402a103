-- What is or was wrong, and the messages about it. Times are plant time; milliseconds since 1970 UTC are for waiting, which
-- must not take an hour longer when the clocks are put back.

create table alert (
    id bigint primary key,
    rule ${text} not null,
    cause ${text} not null,
    severity ${text} not null,
    title ${text} not null,
    detail ${text} not null,
    link ${text},
    opened_at timestamp not null,
    last_seen_at timestamp not null,
    resolved_at timestamp,
    times bigint not null,
    muted_until timestamp,
    told ${text} not null,
    told_ms bigint
);

-- The outbox: a message is entered in the transaction that knows why, and sent afterwards, once for each channel.
create table outbox_message (
    id ${text} primary key,
    rule ${text},
    severity ${text} not null,
    subject ${text} not null,
    body ${text} not null,
    html ${text},
    data ${text},
    created_at timestamp not null,
    created_ms bigint not null
);
create table outbox_attachment (
    message_id ${text} not null,
    place bigint not null,
    name ${text} not null,
    media_type ${text} not null,
    content_base64 ${text} not null
);
create table outbox_delivery (
    message_id ${text} not null,
    channel ${text} not null,
    state ${text} not null,
    attempts bigint not null,
    due_ms bigint not null,
    settled_at timestamp,
    settled_ms bigint,
    error ${text},
    primary key (message_id, channel)
);
