-- The record. The same file runs on H2 and on PostgreSQL 14 and later: standard types only.
-- Texts without a length hold up to 1,000,000 characters; the code sees to it.

create table run (
  id varchar(64) primary key,
  kind varchar(16) not null,
  as_of timestamp(3) with time zone not null,
  edition varchar(64) not null,
  started timestamp(3) with time zone not null,
  finished timestamp(3) with time zone,
  targets integer not null
);

-- A run's targets as they were registered when it began. `place` is the registry's order, and the key of
-- everything that the run says of the target. Not visited yet: `visited` is null.
create table run_target (
  run varchar(64) not null references run (id),
  place integer not null,
  target varchar(512) not null,
  kind varchar(16) not null,
  url varchar not null,
  registered varchar not null,
  visited timestamp(3) with time zone,
  finished timestamp(3) with time zone,
  primary key (run, place),
  unique (run, target)
);

create table verdict (
  run varchar(64) not null,
  place integer not null,
  seq integer not null,
  check_id varchar(64) not null,
  revision integer not null,
  verdict varchar(16) not null,
  reason varchar not null,
  confidence double precision not null,
  measured varchar not null,
  summary_zh varchar not null,
  summary_en varchar not null,
  needs_review boolean not null,
  primary key (run, place, seq)
);

-- A problem over its whole life; the details are those of its latest sighting. `judged` is the latest visit
-- that looked conclusively. `decision` is a person's, and outlives the machine's state.
create table finding (
  id varchar(64) primary key,
  target varchar(512) not null,
  check_id varchar(64) not null,
  subject varchar not null,
  indicator varchar(64) not null,
  severity varchar(16) not null,
  measured varchar not null,
  threshold varchar not null,
  summary_zh varchar not null,
  summary_en varchar not null,
  evidence varchar not null,
  state varchar(16) not null,
  first_seen timestamp(3) with time zone not null,
  last_seen timestamp(3) with time zone not null,
  judged timestamp(3) with time zone not null,
  decision varchar(16),
  decided_by varchar,
  decided_at timestamp(3) with time zone,
  decision_note varchar
);

create index finding_of_target on finding (target, check_id);

-- What one run saw of a problem (`seen`), or that it saw it mended (`seen` false, state fixed).
create table sighting (
  run varchar(64) not null,
  place integer not null,
  seq integer not null,
  finding varchar(64) not null,
  seen boolean not null,
  state varchar(16) not null,
  check_id varchar(64) not null,
  subject varchar not null,
  indicator varchar(64) not null,
  severity varchar(16) not null,
  measured varchar not null,
  threshold varchar not null,
  summary_zh varchar not null,
  summary_en varchar not null,
  evidence varchar not null,
  first_seen timestamp(3) with time zone not null,
  last_seen timestamp(3) with time zone not null,
  primary key (run, place, seq)
);

create index sighting_of_finding on sighting (finding);

create table observation (
  run varchar(64) not null,
  place integer not null,
  seq integer not null,
  target varchar(512) not null,
  check_id varchar(64) not null,
  name varchar(128) not null,
  at timestamp(3) with time zone not null,
  amount double precision not null,
  unit varchar(32) not null,
  primary key (run, place, seq)
);

create index observation_series on observation (target, check_id, name, at);

create table validator (
  target varchar(512) not null,
  url varchar(2000) not null,
  etag varchar(2000) not null,
  last_modified varchar(2000) not null
);

create index validator_of_target on validator (target);
