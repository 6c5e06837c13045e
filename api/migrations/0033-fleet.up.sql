-- Every device of the plan: what it is, where it is, what it cost, and everything that happened to it (rules.md 12).

create table stock_place (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  version int not null default 1,
  unique (name)
);
create trigger stock_place_history after insert or update or delete on stock_place
  for each row execute function record_history();

create table equipment (
  id uuid primary key default uuidv7(),
  tag text not null check (tag ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
  serial text check (serial <> ''),
  model_id uuid not null references catalogue_item,
  is_container boolean not null default false,
  state text not null default 'ordered' check (state in (
    'ordered', 'in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair', 'lost', 'stolen', 'retired', 'disposed')),
  state_since timestamptz not null,
  -- One place: on a shelf, in a room, or in a case, whose place it then is.
  stock_place_id uuid references stock_place,
  room_id uuid,
  container_id uuid,
  -- Of its room or its case's: what a school has is one column.
  school_id uuid references school,
  -- The order whose work brought it, the contract it was bought under.
  order_id uuid references installation_order,
  contract_id uuid references contract,
  net_cents bigint check (net_cents between 0 and 10000000000),
  vat_basis_points int check (vat_basis_points between 0 and 10000),
  purchased_on date,
  funding text,
  commitment_number text,
  warranty_until date,
  refurbished boolean not null default false,
  complaint_number text,
  retirement_number text,
  last_seen_at timestamptz,
  last_seen_by uuid references account,
  -- What a search looks at: tag, serial, model, school, commune; kept by the service (scale of lists).
  words text not null,
  version int not null default 1,
  -- What is in a case stands in its state and its school, and only a case holds anything.
  in_container boolean generated always as (case when container_id is not null then true end) stored,
  site_id uuid generated always as (coalesce(school_id, '00000000-0000-0000-0000-000000000000')) stored,
  unique (tag),
  unique (serial),
  unique (id, is_container, state, site_id),
  constraint equipment_lies_with_its_container foreign key (container_id, in_container, state, site_id)
    references equipment (id, is_container, state, site_id) deferrable initially deferred,
  constraint equipment_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  constraint equipment_container_stands_alone check (not is_container or container_id is null),
  constraint equipment_one_place check (
    num_nonnulls(stock_place_id, room_id, container_id) = case when state in ('ordered', 'disposed') then 0 else 1 end),
  constraint equipment_place_of_its_state check (
    container_id is not null
    or case
      when state in ('in-stock', 'on-loan') then stock_place_id is not null
      when state in ('awaiting-training', 'in-service') then room_id is not null
      else true
    end),
  constraint equipment_school_of_its_place check (
    case
      when room_id is not null then school_id is not null
      when container_id is not null then true
      else school_id is null
    end),
  constraint equipment_price_whole check ((net_cents is null) = (vat_basis_points is null))
);
-- A list is read in the order of an index, whole or of one school.
create index equipment_by_since on equipment (state_since, id);
create index equipment_by_purchase on equipment (purchased_on nulls first, id);
create index equipment_by_warranty on equipment (warranty_until nulls first, id);
create index equipment_by_seen on equipment (last_seen_at nulls first, id);
create index equipment_of_school on equipment (school_id, tag) where school_id is not null;
create index equipment_of_room on equipment (room_id, tag) where room_id is not null;
create index equipment_in_stock on equipment (stock_place_id, tag) where stock_place_id is not null;
create index equipment_contents on equipment (container_id, tag) where container_id is not null;
create index equipment_of_model on equipment (model_id, tag);
create index equipment_of_order on equipment (order_id, tag) where order_id is not null;
create index equipment_of_state on equipment (state, tag);
create index equipment_search on equipment using gin (words gin_trgm_ops);

-- What a search looks at, of one device: written by whoever changes what it is made of.
create function equipment_words(device equipment) returns text language sql stable
  as $$ select search_text(concat_ws(' ', device.tag, device.serial, i.name, s.name, m.name))
          from catalogue_item i left join school s on s.id = device.school_id left join commune m on m.id = s.commune_id
         where i.id = device.model_id $$;
create trigger equipment_history after insert or update or delete on equipment
  for each row execute function record_history('words', 'in_container', 'site_id');

-- One row a move: what happened to a device, by whom, from what to what.
create table equipment_move (
  id uuid primary key default uuidv7(),
  equipment_id uuid not null references equipment,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- Where it was afterwards, and the school that this concerned, before or after.
  stock_place_id uuid references stock_place,
  room_id uuid references room,
  container_id uuid references equipment,
  school_id uuid references school,
  detail jsonb not null default '{}',
  check ((role = 'system') = (account_id is null))
);
create index equipment_move_equipment on equipment_move (equipment_id, at, id);
create trigger equipment_move_append_only before update or delete on equipment_move
  for each row execute function refuse_change();
create trigger equipment_move_no_truncate before truncate on equipment_move
  for each statement execute function refuse_change();
