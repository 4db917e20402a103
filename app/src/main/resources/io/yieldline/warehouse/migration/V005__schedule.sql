-- The runs of scheduled jobs, one row per job and due time: the key makes two runs of one slot impossible.
-- due_at is what the wall clock of the job's zone shows; the other times are UTC, which never goes back.

create table slot (
    job ${text} not null,
    due_at timestamp not null,
    state ${text} not null,
    missed bigint not null,
    attempts bigint not null,
    interruptions bigint not null,
    next_try_at timestamp not null,
    started_at timestamp,
    ended_at timestamp,
    exit_code bigint,
    summary ${text},
    run_id bigint,
    primary key (job, due_at)
);

-- Until when (UTC) the slots of a job have been decided on.
create table slot_horizon (
    job ${text} primary key,
    decided_until timestamp not null
);

-- Files that had to stay in the inbox, and when they are tried again (UTC). A file that changes begins anew.
create table inbox_retry (
    file ${text} primary key,
    bytes bigint not null,
    modified_millis bigint not null,
    tries bigint not null,
    next_try_at timestamp not null,
    reason ${text} not null
);
