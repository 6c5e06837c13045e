-- Use measured by device management: numbers by device and week, never a person (rules.md 19).

-- Where figures come from: a tool, or whoever drops a file.
create table usage_source (
  id uuid primary key default uuidv7(),
  -- By which its figures name it: they are many.
  number smallint generated always as identity,
  name text not null check (name <> '' and length(name) <= 60),
  -- As an address names it.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
  -- How its figures come, in words.
  arrival text not null default '' check (length(arrival) <= 80),
  -- The families of devices that it measures: of these it is asked every week.
  families text[] not null check (cardinality(families) > 0),
  version int not null default 1,
  constraint usage_source_number_once unique (number),
  constraint usage_source_name_once unique (name),
  constraint usage_source_slug_once unique (slug)
);
create trigger usage_source_history after insert or update or delete on usage_source
  for each row execute function record_history();

-- What lets a tool write use, and nothing else: what it is found by is kept, never the secret.
create table usage_token (
  id uuid primary key default uuidv7(),
  source smallint not null references usage_source (number),
  secret_digest bytea not null check (length(secret_digest) = 32),
  made_at timestamptz not null,
  made_by uuid not null references account,
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by uuid references account,
  last_used_on date,
  constraint usage_token_secret_once unique (secret_digest),
  constraint usage_token_revoked_whole check (num_nonnulls(revoked_at, revoked_by) in (0, 2))
);
create index usage_token_of_source on usage_token (source, made_at);
create trigger usage_token_history after insert or update or delete on usage_token
  for each row execute function record_history('secret_digest', 'last_used_on');

-- A file that arrived, and what became of its lines: counts that add up.
create table usage_batch (
  id uuid primary key default uuidv7(),
  source smallint not null references usage_source (number),
  version bigint not null check (version between 1 and 9999999999),
  -- It says all of its weeks: what it lacks is withdrawn.
  whole boolean not null,
  -- Of its bytes; none is kept of a file that was refused.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  -- Who brought it: a person, or a token.
  received_by uuid references account,
  token_id uuid references usage_token,
  outcome text not null check (outcome in ('taken', 'waiting', 'declined', 'refused')),
  -- Why the whole file was refused.
  refusal text check (refusal in ('persons-named', 'address-inside', 'columns-missing', 'column-unknown', 'unreadable', 'empty', 'too-long')),
  -- Sent again, byte for byte: the batch that it is.
  repeat_of uuid references usage_batch,
  first_week date,
  last_week date,
  lines bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  -- Older than what is known already.
  outdated bigint not null default 0,
  refused bigint not null default 0,
  withdrawn bigint not null default 0,
  -- By reason: how many, and the first line numbers.
  refusals jsonb not null default '[]',
  decided_at timestamptz,
  decided_by uuid references account,
  constraint usage_batch_brought_by_one check (num_nonnulls(received_by, token_id) = 1),
  constraint usage_batch_refused_whole check ((outcome = 'refused') = (refusal is not null) and (outcome <> 'refused' or sha256 is null)),
  constraint usage_batch_weeks_whole check (num_nonnulls(first_week, last_week) in (0, 2) and first_week <= last_week),
  constraint usage_batch_decided_whole check (num_nonnulls(decided_at, decided_by) in (0, 2) and (outcome <> 'declined' or decided_at is not null)),
  -- Every line is somewhere.
  constraint usage_batch_adds_up check (
    outcome <> 'taken' or repeat_of is not null or lines = added + changed + unchanged + outdated + refused),
  constraint usage_batch_counts check (least(lines, added, changed, unchanged, outdated, refused, withdrawn) >= 0
    and greatest(lines, added, changed, unchanged, outdated, refused, withdrawn) <= 10000000)
);
create index usage_batch_by_arrival on usage_batch (received_at, id);
create index usage_batch_of_source on usage_batch (source, received_at, id);
create index usage_batch_waiting on usage_batch (received_at, id) where outcome = 'waiting';
-- A version is one file.
create unique index usage_batch_version_once on usage_batch (source, version) where repeat_of is null and outcome <> 'refused';
create trigger usage_batch_history after insert or update or delete on usage_batch
  for each row execute function record_history('refusals');

-- Lines of a file that waits for a decision: gone with it.
create table usage_waiting (
  batch_id uuid not null references usage_batch,
  device_id uuid not null references equipment,
  week date not null,
  minutes smallint,
  sessions smallint,
  users smallint,
  days smallint,
  subject text,
  primary key (batch_id, week, device_id)
);

-- One device, one week, one source. No school stands in it: where the device stood that Thursday is asked when it is summed. A
-- school year is a partition; devices are looked up when a line comes in, and none is ever deleted.
create table usage_week (
  week date not null check (extract(isodow from week) = 1),
  device_id uuid not null,
  source smallint not null,
  -- Of the file that said it last.
  version bigint not null check (version between 1 and 9999999999),
  minutes smallint check (minutes between 0 and 10080),
  sessions smallint check (sessions >= 0),
  users smallint check (users >= 0),
  days smallint check (days between 0 and 7),
  subject text check (subject in ('french', 'mathematics', 'sciences', 'history-geography', 'languages', 'arts', 'sport', 'civics', 'digital', 'other')),
  primary key (week, device_id, source)
) partition by range (week);

-- The partition of the school year that begins in September of a year; made once.
create function usage_year(start_year int) returns void language plpgsql as $$
declare partition text := 'usage_week_' || start_year;
begin
  if to_regclass(partition) is null then
    -- Several servers may come at once: the first makes it.
    perform pg_advisory_xact_lock(hashtext('usage years'));
    begin
      execute format('create table %I partition of usage_week for values from (%L) to (%L)',
        partition, make_date(start_year, 9, 1), make_date(start_year + 1, 9, 1));
    exception when duplicate_table then null;
    end;
  end if;
end $$;

-- What a later file corrected or withdrew.
create table usage_superseded (
  id uuid primary key default uuidv7(),
  week date not null,
  device_id uuid not null,
  source smallint not null references usage_source (number),
  version bigint not null check (version between 1 and 9999999999),
  minutes smallint,
  sessions smallint,
  users smallint,
  days smallint,
  subject text,
  -- The file that came instead.
  batch_id uuid not null references usage_batch,
  withdrawn boolean not null
);
create index usage_superseded_by_week on usage_superseded (week);
create index usage_superseded_of_batch on usage_superseded (batch_id);

-- Up to which version a source has told a week whole: what is older counts no more, in whatever order it comes.
create table usage_whole (
  source smallint not null references usage_source (number),
  week date not null,
  version bigint not null check (version between 1 and 9999999999),
  primary key (source, week)
);
