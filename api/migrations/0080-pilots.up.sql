-- An item tried in a school before it is decided, and what those who work there think of it (rules.md 6). Nothing of it orders nor charges.

create table pilot (
  id uuid primary key default uuidv7(),
  item_id uuid not null references catalogue_item,
  school_id uuid not null references school,
  from_day date not null,
  to_day date not null,
  -- What the trial is to show.
  looked_for text not null check (looked_for <> '' and length(looked_for) <= 1000),
  started_by uuid not null references account,
  started_at timestamptz not null,
  -- The day on which it was ended before its time.
  ended_on date,
  version int not null default 1,
  constraint pilot_days_in_order check (from_day <= to_day),
  constraint pilot_ended_before_its_time check (ended_on <= to_day),
  -- One school tries one item once at a time.
  constraint pilot_once exclude using gist (item_id with =, school_id with =,
    daterange(from_day, greatest(from_day, least(to_day, ended_on)), '[]') with &&)
);
-- A list is read in the order of an index.
create index pilot_by_day on pilot (from_day, id);
create index pilot_of_item on pilot (item_id, from_day, id);
create index pilot_of_school on pilot (school_id, from_day, id);
create trigger pilot_history after insert or update or delete on pilot
  for each row execute function record_history('looked_for');

-- One a person; said anew until the trial is over.
create table pilot_opinion (
  id uuid primary key default uuidv7(),
  pilot_id uuid not null references pilot,
  account_id uuid not null references account,
  easy text not null check (easy in ('yes', 'partly', 'no')),
  useful text not null check (useful in ('yes', 'partly', 'no')),
  keep text not null check (keep in ('yes', 'partly', 'no')),
  text text check (text <> '' and length(text) <= 1000),
  said_at timestamptz not null,
  constraint pilot_opinion_once unique (pilot_id, account_id)
);
create trigger pilot_opinion_history after insert or update or delete on pilot_opinion
  for each row execute function record_history('text');
