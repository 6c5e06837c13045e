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
