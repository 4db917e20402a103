-- Who may use the server, and what they did. Times are UTC: a session must not grow when the clocks change.

create table app_user (
    name ${text} primary key,
    role ${text} not null,
    password_hash ${text} not null,
    -- A password that somebody else made; it opens nothing but the change of itself.
    must_change boolean not null,
    created_at timestamp not null
);

-- Only the hash of what the browser holds.
create table login_session (
    hash ${text} primary key,
    user_name ${text} not null,
    created_at timestamp not null,
    seen_at timestamp not null
);

create table api_token (
    id bigint primary key,
    hash ${text} not null,
    user_name ${text} not null,
    title ${text} not null,
    scope ${text} not null,
    created_at timestamp not null,
    expires_at timestamp not null,
    used_at timestamp
);

-- Each entry holds the hash of the one before it, so that none can be changed or taken out unseen.
create table audit (
    id bigint primary key,
    happened_at timestamp not null,
    user_name ${text} not null,
    address ${text} not null,
    action ${text} not null,
    target ${text},
    detail ${text},
    previous ${text} not null,
    hash ${text} not null
);

-- Operations that were asked for through the API; the same key asks for the same job for a day.
create table job (
    id ${text} primary key,
    user_name ${text} not null,
    idempotency_key ${text} not null,
    operation ${text} not null,
    fingerprint ${text} not null,
    asked_at timestamp not null,
    run_id bigint
);
