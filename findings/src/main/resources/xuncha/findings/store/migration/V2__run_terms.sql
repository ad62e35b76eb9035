-- How a run was asked for, as far as its verdicts depend on it: who resumes it judges the rest alike. Runs begun
-- before this have no rows.
create table run_term (
  run varchar(64) not null references run (id),
  name varchar(64) not null,
  term varchar not null,
  primary key (run, name)
);
