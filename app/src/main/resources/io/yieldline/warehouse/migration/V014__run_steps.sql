-- The steps of a run, such as those of the daily sequence, in order. started_at is plant time, like that of the run. A step of a killed
-- run has no duration. The result is what the step came to, or the reason why it failed or was skipped.

create table run_step (
    run_id bigint not null,
    step_number bigint not null,
    step ${text} not null,
    started_at timestamp not null,
    milliseconds bigint,
    outcome ${text} not null,
    result ${text},
    primary key (run_id, step_number)
);
