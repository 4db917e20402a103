-- What the SELECTs of checks found for the records of a month, so that a check asks only the months that changed since. The question
-- is a hash of everything but the records that decides its answer, the change that of changed_piece when it was asked; basis names the
-- exports that show records of the month, where they decide too. Times are plant time.
create table check_month (
    question ${text} not null,
    month ${text} not null,
    change bigint not null,
    basis ${text} not null,
    asked_at timestamp not null,
    answer ${text} not null,
    primary key (question, month)
);
