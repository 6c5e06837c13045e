-- What suppliers bring: a delivery with what is awaited of it, the receipts that made devices of it, and the lists that wait
-- to be mended (rules.md 12).

-- So that a delivery's contract is its supplier's.
alter table contract add constraint contract_of_its_holder unique (holder_id, id);

create table delivery (
  id uuid primary key default uuidv7(),
  holder_id uuid not null references contract_holder,
  contract_id uuid,
  -- Of our order to the supplier.
  order_reference text check (order_reference <> ''),
  -- Of the supplier's note that came with the first boxes.
  note_number text not null check (note_number <> ''),
  delivered_on date not null,
  commitment_number text,
  funding text,
  stock_place_id uuid not null references stock_place,
  -- What the note says it is worth, net of VAT.
  announced_net_cents bigint check (announced_net_cents between 0 and 1000000000000),
  -- Kept in the transaction that changes them: devices that came, and those still awaited.
  received int not null default 0 check (received between 0 and 100000),
  missing int not null default 0 check (missing between 0 and 100000),
  -- What a search looks at: note, order, supplier.
  words text not null,
  created_at timestamptz not null,
  created_by uuid not null references account,
  version int not null default 1,
  constraint delivery_note_once unique (holder_id, note_number),
  constraint delivery_contract_of_its_supplier foreign key (holder_id, contract_id) references contract (holder_id, id)
);
create index delivery_by_day on delivery (delivered_on, id);
create index delivery_by_note on delivery (note_number, id);
create index delivery_of_supplier on delivery (holder_id, delivered_on, id);
create index delivery_incomplete on delivery (delivered_on, id) where missing > 0;
create index delivery_search on delivery using gin (words gin_trgm_ops);
create trigger delivery_history after insert or update or delete on delivery
  for each row execute function record_history('words');

-- How many of each model were ordered; without a row, as many as came.
create table delivery_awaited (
  id uuid primary key default uuidv7(),
  delivery_id uuid not null references delivery,
  model_id uuid not null references catalogue_item,
  quantity int not null check (quantity between 1 and 100000),
  net_cents bigint check (net_cents between 0 and 10000000000),
  vat_basis_points int check (vat_basis_points between 0 and 10000),
  unique (delivery_id, model_id),
  check ((net_cents is null) = (vat_basis_points is null))
);
create trigger delivery_awaited_history after insert or update or delete on delivery_awaited
  for each row execute function record_history();

-- One row each time that devices came in at once; undone as one, the row says so and stays.
create table delivery_receipt (
  id uuid primary key default uuidv7(),
  delivery_id uuid not null references delivery,
  note_number text not null,
  delivered_on date not null,
  file_name text,
  devices int not null check (devices between 1 and 100000),
  net_cents bigint not null default 0 check (net_cents between 0 and 1000000000000),
  account_id uuid not null references account,
  role text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references account,
  check ((undone_at is null) = (undone_by is null))
);
create index delivery_receipt_of on delivery_receipt (delivery_id, at);
create trigger delivery_receipt_history after insert or update or delete on delivery_receipt
  for each row execute function record_history('file_name');

alter table equipment add column receipt_id uuid references delivery_receipt;
create index equipment_of_receipt on equipment (receipt_id, tag) where receipt_id is not null;

-- A supplier's list until its last row is in, left out, or ninety days have passed.
create table delivery_list (
  id uuid primary key default uuidv7(),
  delivery_id uuid not null references delivery,
  note_number text not null,
  delivered_on date not null,
  announced_net_cents bigint check (announced_net_cents between 0 and 1000000000000),
  file_name text not null,
  sha256 text not null,
  header jsonb not null,
  rows jsonb not null,
  -- Our word → place of the column; the supplier's word → our model; cells written anew; lines left out.
  columns jsonb not null,
  models jsonb not null,
  mended jsonb not null default '[]',
  aside int[] not null default '{}',
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  version int not null default 1
);
create index delivery_list_of on delivery_list (delivery_id, uploaded_at);

-- How a supplier heads its lists, and what it calls our models.
create table supplier_heading (
  id uuid primary key default uuidv7(),
  holder_id uuid not null references contract_holder,
  column_name text not null,
  heading text not null,
  unique (holder_id, column_name)
);
create trigger supplier_heading_history after insert or update or delete on supplier_heading
  for each row execute function record_history();

create table supplier_model (
  id uuid primary key default uuidv7(),
  holder_id uuid not null references contract_holder,
  word text not null,
  model_id uuid not null references catalogue_item,
  unique (holder_id, word)
);
create trigger supplier_model_history after insert or update or delete on supplier_model
  for each row execute function record_history();

-- The last label that the house gave by itself: whoever takes the next ones waits for whoever takes some now.
create table house_tag (
  last int not null check (last >= 0),
  only_one boolean primary key default true check (only_one)
);
insert into house_tag (last) values (0);
