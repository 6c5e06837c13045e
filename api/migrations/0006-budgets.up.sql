-- Envelopes and the ledger (ledger.md). Nothing here trusts the service: a row that would invent, lose or overspend a
-- cent, resolve a hold twice or rewrite the past is refused by the table itself.

create table envelope (
  id uuid primary key default uuidv7(),
  -- Null for the plan's reserve.
  school_id uuid references school,
  year int not null check (year between 2000 and 2100),
  kind text not null check (kind in ('installation', 'maintenance')),
  closed_on date,
  constraint envelope_once unique nulls not distinct (school_id, year, kind)
);
create trigger envelope_history after insert or update or delete on envelope
  for each row execute function record_history();

create table allocation_run (
  id uuid primary key default uuidv7(),
  year int not null,
  kind text not null check (kind in ('installation', 'maintenance')),
  rule jsonb not null,
  reason text not null default '',
  account_id uuid not null,
  applied_at timestamptz not null
);
create trigger allocation_run_append_only before update or delete on allocation_run
  for each row execute function refuse_change();

create table ledger_entry (
  id uuid primary key default uuidv7(),
  envelope_id uuid not null references envelope,
  sequence int not null check (sequence >= 1),
  previous_sequence int generated always as (nullif(sequence - 1, 0)) stored,
  kind text not null check (kind in ('allocation', 'provisional-allocation', 'transfer', 'reservation', 'commitment',
    'release', 'expense', 'rounding', 'carry-over', 'lapse')),
  posted_at timestamptz not null,
  actor text not null,
  reason text,

  -- What it concerns.
  order_id uuid,
  ticket_id uuid,
  allocation_run_id uuid references allocation_run,
  pair_id uuid,

  opened_before bigint not null,
  reserved_before bigint not null,
  committed_before bigint not null,
  spent_before bigint not null,
  opened_change bigint not null default 0,
  reserved_change bigint not null default 0,
  committed_change bigint not null default 0,
  spent_change bigint not null default 0,
  opened_after bigint not null generated always as (opened_before + opened_change) stored,
  reserved_after bigint not null generated always as (reserved_before + reserved_change) stored,
  committed_after bigint not null generated always as (committed_before + committed_change) stored,
  spent_after bigint not null generated always as (spent_before + spent_change) stored,
  available_after bigint not null generated always as (
    opened_before + opened_change - reserved_before - reserved_change
    - committed_before - committed_change - spent_before - spent_change) stored,

  -- The hold this entry opens (its id names it) and the one it resolves, whole.
  opens_hold text check (opens_hold in ('reserved', 'committed')),
  hold_cents bigint check (hold_cents >= 0),
  resolves_id uuid,
  resolves_hold text,
  resolves_cents bigint,

  -- The entry of the same kind that this one corrects.
  reverses_id uuid,
  reversed_opened bigint generated always as (case when reverses_id is not null then -opened_change end) stored,
  reversed_spent bigint generated always as (case when reverses_id is not null then -spent_change end) stored,

  constraint ledger_never_below_zero check (
    available_after >= 0 and reserved_after >= 0 and committed_after >= 0 and spent_after >= 0),

  -- Chain: each entry starts from what the one before it left; the first starts from nothing.
  constraint ledger_chain unique (envelope_id, sequence),
  constraint ledger_chain_amounts unique (envelope_id, sequence, opened_after, reserved_after, committed_after, spent_after),
  constraint ledger_chain_previous foreign key
    (envelope_id, previous_sequence, opened_before, reserved_before, committed_before, spent_before)
    references ledger_entry (envelope_id, sequence, opened_after, reserved_after, committed_after, spent_after),
  constraint ledger_starts_from_nothing check (
    sequence > 1 or (opened_before = 0 and reserved_before = 0 and committed_before = 0 and spent_before = 0)),

  -- Once and whole: a hold belongs to one order in one envelope and is resolved once, with its own amount.
  constraint ledger_hold unique (id, order_id, envelope_id, opens_hold, hold_cents),
  constraint ledger_hold_of_order unique (id, order_id, envelope_id, opens_hold),
  constraint ledger_hold_resolved_once unique (resolves_id),
  constraint ledger_resolves_hold foreign key (resolves_id, order_id, envelope_id, resolves_hold, resolves_cents)
    references ledger_entry (id, order_id, envelope_id, opens_hold, hold_cents),
  -- Foreign keys skip nulls: the nullable columns are tied together.
  constraint ledger_hold_whole check (
    (opens_hold is null) = (hold_cents is null)
    and (resolves_id is null) = (resolves_hold is null)
    and (resolves_id is null) = (resolves_cents is null)
    and (order_id is not null or (opens_hold is null and resolves_id is null))),

  constraint ledger_reversed_once unique (reverses_id),
  constraint ledger_reversible unique (id, envelope_id, kind, opened_change, spent_change),
  constraint ledger_reverses foreign key (reverses_id, envelope_id, kind, reversed_opened, reversed_spent)
    references ledger_entry (id, envelope_id, kind, opened_change, spent_change),
  constraint ledger_reversal_explained check (
    reverses_id is null or (reason is not null and opens_hold is null and resolves_id is null)),

  -- The changes each kind permits, as the table of ledger.md.
  constraint ledger_permitted check (coalesce(case kind
    when 'allocation' then opened_change <> 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
      and opens_hold is null and resolves_id is null
    when 'provisional-allocation' then opened_change <> 0 and reserved_change = 0 and committed_change = 0
      and spent_change = 0 and opens_hold is null and resolves_id is null
    when 'transfer' then opened_change <> 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
      and opens_hold is null and resolves_id is null and pair_id is not null and reason is not null
    when 'reservation' then opened_change = 0 and committed_change = 0 and spent_change = 0
      and opens_hold = 'reserved' and reserved_change = hold_cents and resolves_id is null
    when 'release' then opened_change = 0 and spent_change = 0 and opens_hold is null and (
      (resolves_hold = 'reserved' and reserved_change = -resolves_cents and committed_change = 0)
      or (resolves_hold = 'committed' and committed_change = -resolves_cents and reserved_change = 0))
    when 'commitment' then opened_change = 0 and spent_change = 0 and opens_hold = 'committed' and (
      (resolves_hold = 'reserved' and hold_cents <= resolves_cents
        and reserved_change = -resolves_cents and committed_change = hold_cents)
      or (resolves_hold = 'committed' and hold_cents > resolves_cents
        and reserved_change = 0 and committed_change = hold_cents - resolves_cents))
    when 'rounding' then opened_change = 0 and reserved_change = 0 and spent_change = 0
      and opens_hold = 'committed' and resolves_hold = 'committed'
      and hold_cents - resolves_cents between 1 and 100 and committed_change = hold_cents - resolves_cents
    when 'expense' then opened_change = 0 and reserved_change = 0 and opens_hold is null and (
      (resolves_hold = 'committed' and committed_change = -resolves_cents and spent_change between 0 and resolves_cents)
      or (resolves_id is null and committed_change = 0 and (ticket_id is not null or reverses_id is not null)
        and (spent_change > 0) = (reverses_id is null) and spent_change <> 0))
    when 'carry-over' then reserved_change = 0 and spent_change = 0 and pair_id is not null and (
      (opened_change < 0 and opens_hold is null and resolves_hold = 'committed'
        and committed_change = -resolves_cents and opened_change = -resolves_cents)
      or (opened_change > 0 and resolves_id is null and opens_hold = 'committed'
        and committed_change = hold_cents and opened_change = hold_cents))
    when 'lapse' then opened_change < 0 and reserved_change = 0 and committed_change = 0 and spent_change = 0
      and opens_hold is null and resolves_id is null
  end, false))
);
create index ledger_entry_of_order on ledger_entry (order_id) where order_id is not null;
create index ledger_entry_pair on ledger_entry (pair_id) where pair_id is not null;

create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function refuse_change();
revoke update, delete, truncate on ledger_entry from public;

create function refuse_closed_envelope() returns trigger language plpgsql as $$
begin
  if exists (select from envelope where id = new.envelope_id and closed_on is not null) then
    raise exception 'envelope % is closed', new.envelope_id using errcode = 'PA003';
  end if;
  return new;
end $$;
create trigger ledger_entry_open_envelope before insert on ledger_entry
  for each row execute function refuse_closed_envelope();

-- Pairs (transfer, carry-over) neither make nor lose a cent: judged when the transaction commits.
create function require_balanced_pair() returns trigger language plpgsql as $$
begin
  if (select sum(opened_change) from ledger_entry where pair_id = new.pair_id) <> 0 then
    raise exception 'pair % does not sum to zero', new.pair_id using errcode = 'PA004';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_pair_balanced after insert on ledger_entry
  deferrable initially deferred for each row when (new.pair_id is not null)
  execute function require_balanced_pair();
