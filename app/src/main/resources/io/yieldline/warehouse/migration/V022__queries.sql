-- What people ask in SQL: queries that they named, and every query that was asked. Times are plant time.

create table saved_query (
    name ${text} primary key,
    title ${text} not null,
    query_text ${text} not null,
    owner ${text} not null,
    created_at timestamp not null,
    changed_at timestamp not null
);
-- The newest ones; the audit trail names all.
create table query_history (
    id bigint primary key,
    asked_at timestamp not null,
    user_name ${text} not null,
    caller ${text} not null,
    query_text ${text} not null,
    outcome ${text} not null,
    row_count bigint not null,
    milliseconds bigint not null,
    error ${text}
);
