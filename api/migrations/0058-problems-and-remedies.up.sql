-- One cause that breaks many things: it joins their tickets, tells schools what is known, and is solved once (rules.md 13).

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence problem_number_%s', year);
  end loop;
end $$;

create table problem (
  id uuid primary key default uuidv7(),
  -- 'PB-2026-00012', given at the opening and kept for life.
  number text not null unique check (number ~ '^PB-[0-9]{4}-[0-9]{5,}$'),
  -- Read by the schools that it touches.
  title text not null check (title <> '' and length(title) <= 150),
  about text not null check (about in ('service', 'model', 'other')),
  service text check (service in ('internet', 'workspace')),
  model_id uuid references catalogue_item,
  -- Null: whatever it shows itself as.
  symptom text check (symptom in ('no-power', 'no-charge', 'black-screen', 'no-touch', 'no-sound', 'no-network',
    'slow', 'keyboard', 'no-light', 'outage', 'intermittent', 'no-access', 'other')),
  -- Null: everywhere.
  commune_id uuid references commune,
  state text not null default 'open' check (state in ('open', 'known', 'solved', 'given-up')),
  state_since timestamptz not null,
  open boolean not null generated always as (state in ('open', 'known')) stored,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  -- What schools read while it lasts: what is known, and how to do without.
  told text check (told <> '' and length(told) <= 1000),
  expected_on date,
  cause_note text check (cause_note <> '' and length(cause_note) <= 2000),
  -- What each of its tickets is resolved with.
  cause text check (cause in ('battery', 'charger', 'screen', 'system', 'board', 'network', 'settings', 'use', 'none', 'other')),
  repair text check (repair in ('replaced', 'cleaned', 'reinstalled', 'adjusted', 'explained', 'remote', 'other')),
  solution text check (solution <> '' and length(solution) <= 2000),
  ticket_minutes int check (ticket_minutes between 0 and 6000),
  version int not null default 1,
  unique (id, open),
  constraint problem_of_one_thing check (case about
    when 'service' then service is not null and model_id is null
    when 'model' then model_id is not null and service is null
    when 'other' then num_nonnulls(service, model_id) = 0
    else false end),
  constraint problem_cause_found check (state <> 'known' or cause_note is not null),
  constraint problem_solution_whole check (
    num_nonnulls(cause, repair, ticket_minutes) in (0, 3) and (state = 'solved') = (cause is not null))
);
-- A list is read in the order of an index.
create index problem_by_opening on problem (opened_at, id);
create index problem_open_by_opening on problem (opened_at, id) where open;
create index problem_of_state on problem (state, opened_at, id);
create index problem_announced on problem (commune_id, about) where open;
create trigger problem_history after insert or update or delete on problem
  for each row execute function record_history('title', 'told', 'cause_note', 'solution', 'open');

-- Which tickets it joins. A ticket that was taken out keeps its row; it may come back by another.
create table problem_ticket (
  id uuid primary key default uuidv7(),
  problem_id uuid not null,
  -- Follows the problem: what is over holds no ticket back from another one.
  problem_open boolean not null default true,
  ticket_id uuid not null references ticket,
  added_at timestamptz not null,
  added_by uuid not null references account,
  removed_at timestamptz,
  removed_by uuid references account,
  constraint problem_ticket_of_problem foreign key (problem_id, problem_open) references problem (id, open) on update cascade,
  constraint problem_ticket_removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create unique index problem_ticket_in_one_open on problem_ticket (ticket_id) where problem_open and removed_at is null;
create unique index problem_ticket_there_once on problem_ticket (problem_id, ticket_id) where removed_at is null;
create index problem_ticket_by_adding on problem_ticket (problem_id, added_at, id) where removed_at is null;
create index problem_ticket_of_ticket on problem_ticket (ticket_id, added_at) where removed_at is null;
create trigger problem_ticket_history after insert or update or delete on problem_ticket
  for each row execute function record_history('problem_open');

-- One row a move, the opening first; and tickets that come and go.
create table problem_move (
  id uuid primary key default uuidv7(),
  problem_id uuid not null references problem,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  detail jsonb not null default '{}',
  constraint problem_move_from_somewhere check ((from_state is null) = (action = 'opening')),
  check ((role = 'system') = (account_id is null))
);
create index problem_move_problem on problem_move (problem_id, at, id);
create trigger problem_move_append_only before update or delete on problem_move
  for each row execute function refuse_change();
create trigger problem_move_no_truncate before truncate on problem_move
  for each statement execute function refuse_change();

-- What others may try before they report: written from what was repaired, read by schools once it is published.
create table remedy (
  id uuid primary key default uuidv7(),
  title text not null check (title <> '' and length(title) <= 150),
  about text not null check (about in ('device', 'service')),
  -- Of a device: of which kind; null: of any.
  family text check (family in ('laptop', 'desktop', 'tablet', 'smartphone', 'interactive-display', 'projector',
    'monitor', 'printer', 'network-box', 'robot', 'case', 'accessory')),
  service text check (service in ('internet', 'workspace')),
  symptom text not null check (symptom in ('no-power', 'no-charge', 'black-screen', 'no-touch', 'no-sound', 'no-network',
    'slow', 'keyboard', 'no-light', 'outage', 'intermittent', 'no-access', 'other')),
  -- One gesture a line, in a teacher's words.
  steps text not null check (steps <> '' and length(steps) <= 2000),
  -- For whoever repairs, never for a school.
  inside text check (inside <> '' and length(inside) <= 2000),
  -- What it was learnt from.
  ticket_id uuid references ticket,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  state_since timestamptz not null,
  changed_at timestamptz not null,
  -- What a search looks at.
  words text not null generated always as (search_text(title || ' ' || steps || ' ' || coalesce(inside, ''))) stored,
  version int not null default 1,
  constraint remedy_of_one_thing check (case about
    when 'device' then service is null
    when 'service' then service is not null and family is null
    else false end)
);
-- A list is read in the order of an index.
create index remedy_by_change on remedy (changed_at, id);
create index remedy_of_state on remedy (state, changed_at, id);
create index remedy_found on remedy (symptom, about) where state = 'published';
create index remedy_search on remedy using gin (words gin_trgm_ops);
create index remedy_of_ticket on remedy (ticket_id) where ticket_id is not null;
create trigger remedy_history after insert or update or delete on remedy
  for each row execute function record_history('title', 'steps', 'inside', 'words');

-- What schools have read, word for word: one row each time that it changed for them.
create table remedy_version (
  id uuid primary key default uuidv7(),
  remedy_id uuid not null references remedy,
  number int not null check (number between 1 and 10000),
  title text not null,
  steps text not null,
  inside text,
  account_id uuid not null references account,
  at timestamptz not null,
  constraint remedy_version_numbered_once unique (remedy_id, number)
);
create trigger remedy_version_append_only before update or delete on remedy_version
  for each row execute function refuse_change();
create trigger remedy_version_no_truncate before truncate on remedy_version
  for each statement execute function refuse_change();

-- How often it was shown and helped, whoever saw it: nobody is counted by name.
create table remedy_tally (
  remedy_id uuid primary key references remedy,
  shown_count int not null default 0 check (shown_count between 0 and 100000000),
  helped_count int not null default 0 check (helped_count between 0 and 100000000),
  declined_count int not null default 0 check (declined_count between 0 and 100000000)
);

-- One row a move, the writing first.
create table remedy_move (
  id uuid primary key default uuidv7(),
  remedy_id uuid not null references remedy,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  constraint remedy_move_from_somewhere check ((from_state is null) = (action = 'writing')),
  check ((role = 'system') = (account_id is null))
);
create index remedy_move_remedy on remedy_move (remedy_id, at, id);
create trigger remedy_move_append_only before update or delete on remedy_move
  for each row execute function refuse_change();
create trigger remedy_move_no_truncate before truncate on remedy_move
  for each statement execute function refuse_change();
