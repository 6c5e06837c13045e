-- How a device ends: the act that takes it out, the wipe of its data, where it went, and what proves each (rules.md 12).

alter table equipment
  add column retirement_kind text check (retirement_kind in ('decision', 'deliberation')),
  -- The day of the decision.
  add column retired_on date,
  add constraint equipment_retired_by_an_act check (
    (retirement_kind is null) = (retired_on is null) and (retired_on is null or retirement_number is not null));
create index equipment_by_retirement on equipment (retired_on, id) where retired_on is not null;

-- What a model of the catalogue is as a device; of what stands here not, data are supposed.
create table equipment_model (
  id uuid primary key default uuidv7(),
  model_id uuid not null unique references catalogue_item,
  family text not null check (family in ('laptop', 'desktop', 'tablet', 'smartphone', 'interactive-display', 'projector',
    'monitor', 'printer', 'network-box', 'robot', 'case', 'accessory')),
  stores_data boolean not null,
  version int not null default 1
);
create trigger equipment_model_history after insert or update or delete on equipment_model
  for each row execute function record_history();

-- One row each time that somebody made its data unreadable, or tried.
create table equipment_wipe (
  id uuid primary key default uuidv7(),
  equipment_id uuid not null references equipment,
  method text not null check (method in ('overwrite', 'crypto-erase', 'factory-reset', 'destruction')),
  standard text check (standard <> ''),
  operator text not null check (operator <> ''),
  wiped_on date not null,
  result text not null check (result in ('wiped', 'failed')),
  -- As it was read on the device that day.
  serial text,
  account_id uuid not null references account,
  at timestamptz not null,
  clean boolean generated always as (result = 'wiped') stored,
  constraint equipment_wipe_as_it_ended unique (id, equipment_id, clean)
);
create index equipment_wipe_of on equipment_wipe (equipment_id, at, id);
create trigger equipment_wipe_append_only before update or delete on equipment_wipe
  for each row execute function refuse_change();
create trigger equipment_wipe_no_truncate before truncate on equipment_wipe
  for each statement execute function refuse_change();

-- One departure: of one device, or of many that went to one place with one proof.
create table equipment_disposal (
  id uuid primary key default uuidv7(),
  destination text not null check (destination in ('transfer', 'gift', 'sale', 'take-back', 'recycling', 'write-off')),
  receiver text not null check (receiver <> ''),
  receiver_kind text check (receiver_kind in ('parents-association', 'school-support', 'public-utility', 'reuse-body',
    'student-association', 'staff')),
  proof_number text not null check (proof_number <> ''),
  disposed_on date not null,
  -- Of each device: what it is worth where it is given, what it was sold for; the law's limit as it held that day.
  unit_value_cents bigint check (unit_value_cents between 0 and 10000000000),
  gift_limit_cents bigint check (gift_limit_cents between 0 and 10000000000),
  reuse_attested boolean not null default false,
  account_id uuid not null references account,
  at timestamptz not null,
  constraint equipment_disposal_as_it_went unique (id, destination, disposed_on),
  constraint equipment_disposal_gift check (
    case when destination = 'gift' then receiver_kind is not null and unit_value_cents is not null
                                        and gift_limit_cents is not null and unit_value_cents <= gift_limit_cents
         else receiver_kind is null and gift_limit_cents is null end),
  constraint equipment_disposal_value check ((unit_value_cents is not null) = (destination in ('gift', 'sale'))),
  constraint equipment_disposal_reuse check (not reuse_attested or destination in ('transfer', 'gift', 'sale', 'take-back'))
);
create trigger equipment_disposal_append_only before update or delete on equipment_disposal
  for each row execute function refuse_change();
create trigger equipment_disposal_no_truncate before truncate on equipment_disposal
  for each statement execute function refuse_change();

-- One row a device that left for good: it leaves once.
create table disposed_device (
  equipment_id uuid primary key references equipment,
  disposal_id uuid not null,
  destination text not null,
  disposed_on date not null,
  wipe_id uuid,
  -- As they stood that day; written by the trigger below, whoever inserts.
  family text,
  stores_data boolean not null,
  missing boolean not null,
  wipe_clean boolean generated always as (case when wipe_id is not null then true end) stored,
  constraint disposed_device_of_its_disposal foreign key (disposal_id, destination, disposed_on)
    references equipment_disposal (id, destination, disposed_on),
  constraint disposed_device_of_its_wipe foreign key (wipe_id, equipment_id, wipe_clean)
    references equipment_wipe (id, equipment_id, clean),
  constraint disposed_device_wiped check (not stores_data or missing or wipe_id is not null),
  constraint disposed_device_missing check (missing = (destination = 'write-off'))
);
create index disposed_device_by_day on disposed_device (disposed_on, equipment_id);
create index disposed_device_by_destination on disposed_device (destination, disposed_on, equipment_id);
create index disposed_device_of_disposal on disposed_device (disposal_id);

-- What decides whether a wipe is asked is read of the device itself; a wipe of before its retirement is none: it was used since.
create function disposed_device_as_it_stands() returns trigger language plpgsql
  as $$ declare retirement equipment_move;
  begin
    select m.family, coalesce(m.stores_data, true) into new.family, new.stores_data
      from equipment e left join equipment_model m on m.model_id = e.model_id where e.id = new.equipment_id;
    select * into retirement from equipment_move v
     where v.equipment_id = new.equipment_id and v.to_state = 'retired' and v.from_state <> 'retired' order by v.at desc, v.id desc limit 1;
    new.missing := coalesce(retirement.from_state in ('lost', 'stolen'), false);
    if exists (select from equipment_wipe w where w.id = new.wipe_id and w.at < retirement.at) then new.wipe_id := null; end if;
    return new;
  end $$;
create trigger disposed_device_as_it_stands before insert on disposed_device
  for each row execute function disposed_device_as_it_stands();
create trigger disposed_device_append_only before update or delete on disposed_device
  for each row execute function refuse_change();
create trigger disposed_device_no_truncate before truncate on disposed_device
  for each statement execute function refuse_change();

-- Nothing is gone without a row that says where, and nothing that the register says is gone is anywhere else.
create function equipment_disposed_by_a_disposal() returns trigger language plpgsql
  as $$ begin
    if (new.state = 'disposed') <> exists (select from disposed_device x where x.equipment_id = new.id) then
      raise exception 'device % is gone, and nothing says where; or it is not, and the register says so', new.id
        using errcode = 'check_violation', table = 'equipment', constraint = 'equipment_disposed_by_a_disposal';
    end if;
    return null;
  end $$;
create constraint trigger equipment_disposed_by_a_disposal after insert or update of state on equipment
  deferrable initially deferred for each row when (new.state = 'disposed')
  execute function equipment_disposed_by_a_disposal();
create constraint trigger equipment_gone_for_good after update of state on equipment
  deferrable initially deferred for each row when (old.state = 'disposed' and new.state <> 'disposed')
  execute function equipment_disposed_by_a_disposal();

create function disposed_device_is_gone() returns trigger language plpgsql
  as $$ begin
    if not exists (select from equipment e where e.id = new.equipment_id and e.state = 'disposed') then
      raise exception 'the register says that device % is gone, and it is not', new.equipment_id
        using errcode = 'check_violation', table = 'disposed_device', constraint = 'disposed_device_is_gone';
    end if;
    return null;
  end $$;
create constraint trigger disposed_device_is_gone after insert on disposed_device
  deferrable initially deferred for each row execute function disposed_device_is_gone();
