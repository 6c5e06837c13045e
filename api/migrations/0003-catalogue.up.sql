-- What can be ordered, who performs it, at what price, and who decided so (rules.md 6).

create table contract_holder (
  id uuid primary key default uuidv7(),
  name text not null unique,
  siret text check (siret ~ '^[0-9]{14}$'),
  email citext
);

create table contract (
  id uuid primary key default uuidv7(),
  number text not null unique,
  title text not null,
  holder_id uuid not null references contract_holder,
  lot text not null,
  from_day date not null,
  to_day date not null,
  version int not null default 1,
  check (to_day >= from_day)
);
create trigger contract_history after insert or update or delete on contract
  for each row execute function record_history();

-- Every order of a period counts against its maximum, net of VAT; the row is locked before the envelope.
create table contract_period (
  id uuid primary key default uuidv7(),
  contract_id uuid not null references contract,
  from_day date not null,
  to_day date not null,
  maximum_net_cents bigint not null check (maximum_net_cents >= 0),
  minimum_net_cents bigint check (minimum_net_cents between 0 and maximum_net_cents),
  alert_basis_points int not null default 8000 check (alert_basis_points between 0 and 10000),
  counted_net_cents bigint not null default 0 check (counted_net_cents >= 0),
  last_purchase_order int not null default 0,
  constraint contract_maximum check (counted_net_cents <= maximum_net_cents),
  check (to_day >= from_day),
  exclude using gist (contract_id with =, daterange(from_day, to_day, '[]') with &&)
);

create table catalogue_item (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('service', 'software', 'model')),
  category text not null check (category in ('install', 'move', 'software', 'hardware', 'network')),
  reference text not null unique,
  name text not null,
  description text not null default '',
  includes text not null default '',
  excludes text not null default '',
  unit text not null,
  picture text not null default 'box',
  maker text,
  warranty_months int check (warranty_months >= 0),
  delay_working_days int not null check (delay_working_days between 0 and 250),
  remote boolean not null default false,
  investment boolean not null default false,
  on_quote boolean not null default false,
  -- Null: the metropole does it; else the holder of the contract.
  contract_id uuid references contract,
  needs_power boolean not null default false,
  needs_network boolean not null default false,
  needs_furniture boolean not null default false,
  training_module text,
  state text not null default 'proposed'
    check (state in ('proposed', 'under-review', 'validated', 'rejected', 'withdrawn')),
  version int not null default 1
);
create index catalogue_item_search on catalogue_item
  using gin (plain_text(name || ' ' || reference || ' ' || description) gin_trgm_ops);
create trigger catalogue_item_history after insert or update or delete on catalogue_item
  for each row execute function record_history();

create table item_price (
  id uuid primary key default uuidv7(),
  item_id uuid not null references catalogue_item,
  from_day date not null,
  unit_net_cents bigint not null check (unit_net_cents between 0 and 10000000),
  vat_basis_points int not null check (vat_basis_points between 0 and 10000),
  unique (item_id, from_day)
);
create trigger item_price_history after insert or update or delete on item_price
  for each row execute function record_history();

create table item_decision (
  id uuid primary key default uuidv7(),
  item_id uuid not null references catalogue_item,
  state text not null check (state in ('under-review', 'validated', 'rejected', 'withdrawn')),
  body text,
  meeting_on date,
  decision_number text,
  reason text,
  decided_at timestamptz not null,
  account_id uuid not null,
  check (state not in ('validated', 'rejected') or (body is not null and meeting_on is not null and decision_number is not null)),
  check (state <> 'rejected' or reason is not null)
);
create index item_decision_item on item_decision (item_id, decided_at);
create trigger item_decision_append_only before update or delete on item_decision
  for each row execute function refuse_change();
