-- Installation orders: one order, one performer (rules.md 8). State and money are tied: see order_state_is_money.

do $$ begin
  for year in 2020..2060 loop
    execute format('create sequence order_number_%s', year);
  end loop;
end $$;

create table installation_order (
  id uuid primary key default uuidv7(),
  -- 'C-2026-00184', given at the first submission and kept for life.
  number text unique check (number ~ '^C-[0-9]{4}-[0-9]{5,}$'),
  kind text not null default 'installation' check (kind in ('installation', 'maintenance')),
  -- Orders that were one basket go together.
  basket_id uuid not null,
  school_id uuid not null references school,
  -- The code the school had when it ordered.
  school_uai text not null,
  state text not null default 'draft' check (state in ('draft', 'discarded', 'submitted', 'rejected', 'approved',
    'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')),
  title text not null default '',
  note text not null default '' check (length(note) <= 2000),
  contact text not null default '' check (length(contact) <= 200),
  -- Wished dates, outside class: [{"day": "2026-12-07", "from": "16:45", "to": "18:00"}].
  wishes jsonb not null default '[]',
  -- What must be there first: [{"what": "power", "promisedBy": "commune", "kept": false, "dueOn": …, "room": …}].
  prerequisites jsonb not null default '[]',

  -- Null while a draft: an order has one performer from submission on.
  performer text check (performer in ('metropole', 'contract')),
  contract_id uuid references contract,
  contract_period_id uuid references contract_period,
  counted_net_cents bigint not null default 0,
  purchase_order_number text unique,

  envelope_id uuid references envelope,
  hold_id uuid,
  hold_kind text check (hold_kind in ('reserved', 'committed')),
  hold_cents bigint,
  asked_cents bigint not null default 0,
  approved_cents bigint,
  reported_cents bigint,
  certified_cents bigint,

  created_by uuid not null references account,
  created_at timestamptz not null,
  submitted_by uuid references account,
  submitted_at timestamptz,
  decided_at timestamptz,
  assigned_account_id uuid references account,
  planned_from timestamptz,
  planned_to timestamptz,
  ever_started boolean not null default false,
  reported_at timestamptz,
  report_note text,
  performed_by uuid[] not null default '{}',
  confirmed_at timestamptz,
  confirmed_by_default_by uuid references account,
  certified_at timestamptz,
  certified_by uuid references account,
  invoice_number text,
  cancellation_asked_at timestamptz,
  state_since timestamptz not null,
  version int not null default 1,

  unique (id, school_id),
  check (state in ('draft', 'discarded') or (number is not null and performer is not null and submitted_by is not null)),
  check ((performer = 'contract') = (contract_id is not null)),
  check (planned_to > planned_from),
  constraint order_state_is_money check (
    case
      when state = 'submitted' then hold_kind is not distinct from 'reserved'
      when state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed') then hold_kind is not distinct from 'committed'
      else hold_kind is null
    end
    and (hold_kind is null) = (hold_id is null)
    and (hold_kind is null) = (hold_cents is null)
    and (hold_kind is null or envelope_id is not null)),
  constraint order_hold foreign key (hold_id, id, envelope_id, hold_kind, hold_cents)
    references ledger_entry (id, order_id, envelope_id, opens_hold, hold_cents) deferrable initially deferred
);
alter table ledger_entry add constraint ledger_entry_order foreign key (order_id) references installation_order;
create index installation_order_school on installation_order (school_id, state_since desc, id desc);
create index installation_order_state on installation_order (state, state_since desc, id desc);
create index installation_order_recent on installation_order (state_since desc, id desc);
create index installation_order_contract on installation_order (contract_id, state) where contract_id is not null;
create index installation_order_basket on installation_order (basket_id);
create index installation_order_search on installation_order using gin (plain_text(coalesce(number, '') || ' ' || title) gin_trgm_ops);
create trigger installation_order_history after insert or update or delete on installation_order
  for each row execute function record_history('contact', 'note');

-- An order may only hold what nothing has resolved: judged when the transaction commits.
create function require_open_hold() returns trigger language plpgsql as $$
begin
  if exists (select from installation_order where id = new.order_id and hold_id = new.resolves_id) then
    raise exception 'order % still holds a resolved amount', new.order_id using errcode = 'PA005';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_hold_left after insert on ledger_entry
  deferrable initially deferred for each row when (new.resolves_id is not null)
  execute function require_open_hold();

create table order_line (
  id uuid primary key default uuidv7(),
  order_id uuid not null references installation_order,
  position int not null,
  item_id uuid not null references catalogue_item,
  item_name text not null,
  unit text not null,
  room_id uuid references room,
  -- Added by the performer at the report, beyond what was ordered.
  extra boolean not null default false,
  quantity_asked int not null check (quantity_asked between 0 and 999),
  quantity_approved int check (quantity_approved between 0 and quantity_asked),
  quantity_done int check (quantity_done between 0 and 999),
  unit_net_cents bigint not null check (unit_net_cents >= 0),
  vat_basis_points int not null check (vat_basis_points between 0 and 10000),
  decision_reason text,
  less_reason text,
  -- What was put in place, as read or typed: "PE-006204".
  equipment text,
  unique (order_id, position),
  check (extra = (quantity_asked = 0))
);
create trigger order_line_history after insert or update or delete on order_line
  for each row execute function record_history();

-- One row a move: the thread, the delays and the reports read it.
create table order_move (
  id uuid primary key default uuidv7(),
  order_id uuid not null references installation_order,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- Figures the thread tells: {"reservedCents": 43100} and the like.
  detail jsonb not null default '{}',
  check ((role = 'system') = (account_id is null))
);
create index order_move_order on order_move (order_id, at, id);
create trigger order_move_append_only before update or delete on order_move
  for each row execute function refuse_change();

create table order_file (
  id uuid primary key default uuidv7(),
  order_id uuid not null references installation_order,
  kind text not null check (kind in ('place-photo', 'report-photo', 'signature')),
  name text not null,
  media_type text not null,
  size_bytes int not null check (size_bytes > 0),
  width int,
  height int,
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null
);
create index order_file_order on order_file (order_id);

-- What an order counts against its contract's period: append-only, chained by the period's own row.
create table contract_entry (
  id uuid primary key default uuidv7(),
  period_id uuid not null references contract_period,
  order_id uuid not null references installation_order,
  change_net_cents bigint not null check (change_net_cents <> 0),
  counted_after_net_cents bigint not null check (counted_after_net_cents >= 0),
  reason text not null check (reason in ('approve', 'complement', 'cancel', 'certify')),
  posted_at timestamptz not null,
  actor text not null
);
create index contract_entry_period on contract_entry (period_id, id);
create trigger contract_entry_append_only before update or delete on contract_entry
  for each row execute function refuse_change();
