-- Devices that go back to their makers while their warranty runs, followed until they are back (rules.md 16).

create table warranty_return (
  id uuid primary key default uuidv7(),
  -- It waits for the maker meanwhile.
  ticket_id uuid not null,
  equipment_id uuid not null references equipment,
  school_id uuid not null references school,
  state text not null default 'prepared' check (state in ('prepared', 'sent', 'repaired', 'replaced', 'refused', 'cancelled')),
  state_since timestamptz not null,
  open boolean not null generated always as (state in ('prepared', 'sent')) stored,
  fault text not null check (fault <> '' and length(fault) <= 1000),
  prepared_by uuid not null references account,
  prepared_on date not null,
  -- The last day of the warranty as it was known then.
  warranty_until date not null,
  sent_on date,
  tracking_number text check (tracking_number <> '' and length(tracking_number) <= 60),
  -- When somebody asks the maker where it is.
  review_on date not null,
  -- Of what came back in its place: it keeps the label, the place and what it cost.
  former_serial text check (former_serial <> ''),
  new_serial text check (new_serial <> '' and length(new_serial) <= 100),
  version int not null default 1,
  constraint warranty_return_of_its_school foreign key (ticket_id, school_id) references ticket (id, school_id),
  constraint warranty_return_in_time check (prepared_on <= warranty_until and sent_on >= prepared_on),
  constraint warranty_return_sent check (case when state = 'prepared' or state = 'cancelled' then num_nonnulls(sent_on, tracking_number) = 0
    else sent_on is not null end),
  constraint warranty_return_exchanged check ((new_serial is not null) = (state = 'replaced') and (former_serial is null or state = 'replaced'))
);
-- A device is at one maker's at a time.
create unique index warranty_return_open_once on warranty_return (equipment_id) where state in ('prepared', 'sent');
-- A list is read in the order of an index.
create index warranty_return_by_review on warranty_return (review_on, id);
create index warranty_return_open_by_review on warranty_return (review_on, id) where open;
create index warranty_return_of_school on warranty_return (school_id, review_on, id);
create index warranty_return_of_school_open on warranty_return (school_id, review_on, id) where open;
create index warranty_return_of_state on warranty_return (state, review_on, id);
create index warranty_return_of_ticket on warranty_return (ticket_id, review_on, id);
create index warranty_return_of_device on warranty_return (equipment_id, review_on, id);
create trigger warranty_return_history after insert or update or delete on warranty_return
  for each row execute function record_history('fault', 'open');

-- One row a move, the preparation first.
create table warranty_return_move (
  id uuid primary key default uuidv7(),
  return_id uuid not null references warranty_return,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  detail jsonb not null default '{}',
  constraint warranty_return_move_from_somewhere check ((from_state is null) = (action = 'prepare')),
  check ((role = 'system') = (account_id is null))
);
create index warranty_return_move_return on warranty_return_move (return_id, at, id);
create trigger warranty_return_move_append_only before update or delete on warranty_return_move
  for each row execute function refuse_change();
create trigger warranty_return_move_no_truncate before truncate on warranty_return_move
  for each statement execute function refuse_change();
