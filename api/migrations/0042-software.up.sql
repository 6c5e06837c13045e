-- Software: what is used, by which licence, and where it is installed (rules.md 12).

create table software_title (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  publisher text not null check (publisher <> ''),
  hosting text not null check (hosting in ('installed', 'hosted')),
  -- What the catalogue sells it as, where it does: an order's report finds it by this.
  item_id uuid references catalogue_item,
  -- Nobody pays for it nor counts its seats.
  free boolean not null default false,
  -- What one sold unit opens, and for how long; null: for good.
  unit_seats int not null default 1 check (unit_seats between 1 and 1000),
  term_months int check (term_months between 1 and 120),
  -- May data of pupils and teachers be given to it?
  clearance text not null default 'not-asked' check (clearance in ('cleared', 'with-conditions', 'refused', 'not-asked')),
  cleared_by text check (cleared_by <> ''),
  cleared_on date,
  clearance_reference text check (clearance_reference <> ''),
  clearance_conditions text check (clearance_conditions <> ''),
  review_on date,
  -- Kept by the trigger of installations.
  seats_used int not null default 0 check (seats_used >= 0),
  words text not null generated always as (search_text(name || ' ' || publisher)) stored,
  version int not null default 1,
  constraint software_title_once unique (name, publisher),
  constraint software_title_of_its_item unique (item_id),
  constraint software_clearance_by_somebody check (
    (clearance = 'not-asked') = (cleared_by is null) and (clearance = 'not-asked') = (cleared_on is null)),
  constraint software_clearance_conditions check ((clearance = 'with-conditions') = (clearance_conditions is not null))
);
create index software_title_by_name on software_title (name collate "fr-x-icu", id);
create index software_title_by_use on software_title (seats_used, id);
create index software_title_words on software_title using gin (words gin_trgm_ops);
-- A count is no change, and who gave an opinion stands in the title alone.
create trigger software_title_history after insert or update or delete on software_title
  for each row execute function record_history('seats_used', 'cleared_by', 'clearance_conditions');

create table software_licence (
  id uuid primary key default uuidv7(),
  title_id uuid not null references software_title,
  -- Null: every version.
  edition text check (edition <> ''),
  -- Whose it is; null: the plan's, for every school.
  school_id uuid references school,
  -- Null: as many as one likes.
  seats int check (seats between 0 and 100000),
  -- No seat beyond those bought; elsewhere one too many stands, and is listed.
  strict boolean not null default false,
  from_day date not null,
  -- The last day, included; null: for good.
  until_day date,
  -- What lists stand in order by.
  ends_on date not null generated always as (coalesce(until_day, 'infinity')) stored,
  order_id uuid references installation_order,
  contract_id uuid references contract,
  -- Of the whole licence.
  net_cents bigint check (net_cents between 0 and 10000000000),
  vat_basis_points int check (vat_basis_points between 0 and 10000),
  renewed_by uuid references software_licence,
  -- The day on which its end was told.
  told_on date,
  -- Kept by the trigger of installations.
  seats_used int not null default 0 check (seats_used >= 0),
  over_used boolean not null generated always as (seats is not null and seats_used > seats) stored,
  version int not null default 1,
  constraint software_licence_of_its_title unique (id, title_id),
  constraint software_licence_once_an_order unique (order_id, title_id),
  constraint software_licence_days check (until_day >= from_day),
  constraint software_licence_price check ((net_cents is null) = (vat_basis_points is null)),
  constraint software_licence_seats_kept check (not strict or seats is null or seats_used <= seats)
);
create index software_licence_of_title on software_licence (title_id, ends_on, id) include (seats, seats_used);
create index software_licence_of_school on software_licence (school_id, title_id, ends_on) where school_id is not null;
create index software_licence_by_end on software_licence (ends_on, id);
create index software_licence_over_used on software_licence (title_id) where over_used;
create index software_licence_still_used on software_licence (title_id, ends_on) where seats_used > 0;
create index software_licence_to_tell on software_licence (until_day) where told_on is null and renewed_by is null and until_day is not null;
create trigger software_licence_history after insert or update or delete on software_licence
  for each row execute function record_history('seats_used', 'over_used');

-- One row each time that a title is put somewhere: on a device, else in a room, else in a school. It ends once, and stays.
create table software_installation (
  id uuid primary key default uuidv7(),
  title_id uuid not null references software_title,
  -- Whose seats it takes; null: nobody's.
  licence_id uuid,
  edition text check (edition <> ''),
  equipment_id uuid references equipment,
  room_id uuid,
  -- Where it is; null: on a device in stock. Of a device, written by the trigger below, whoever inserts.
  school_id uuid references school,
  seats int not null check (seats between 1 and 100000),
  since_day date not null,
  order_id uuid references installation_order,
  at timestamptz not null,
  account_id uuid references account,
  role text not null,
  ended_at timestamptz,
  ended_by uuid references account,
  ended_role text,
  ended_why text check (ended_why in ('removed', 'report', 'renewed', 'gone', 'moved')),
  constraint software_installation_of_its_licence foreign key (licence_id, title_id) references software_licence (id, title_id),
  constraint software_installation_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  constraint software_installation_somewhere check (
    case when equipment_id is not null then room_id is null and seats = 1 else school_id is not null end),
  constraint software_installation_signed check ((role = 'system') = (account_id is null)),
  constraint software_installation_ended_whole check (
    (ended_at is null) = (ended_role is null) and (ended_at is null) = (ended_why is null)
    and (ended_by is null) = (ended_role is null or ended_role = 'system'))
);
-- A device bears a title once.
create unique index software_once_on_a_device on software_installation (equipment_id, title_id)
  where equipment_id is not null and ended_at is null;
create index software_installation_of_title on software_installation (title_id, since_day, id) where ended_at is null;
create index software_installation_of_school on software_installation (school_id, title_id) where ended_at is null;
create index software_installation_by_day on software_installation (since_day, id) where ended_at is null;
create index software_installation_of_licence on software_installation (licence_id, since_day, id) where ended_at is null;
create index software_installation_unlicensed on software_installation (title_id, since_day, id) where ended_at is null and licence_id is null;
create index software_installation_of_order on software_installation (order_id) where order_id is not null;

-- Seats are counted one transaction after the other, so that nobody waits for each other.
create function software_in_turn() returns trigger language plpgsql
  as $$ begin perform pg_advisory_xact_lock(hashtext('software seats')); return null; end $$;
create trigger software_in_turn before insert or update of ended_at on software_installation
  for each statement execute function software_in_turn();

-- It is where its device is.
create function software_installed() returns trigger language plpgsql
  as $$ begin
    select e.school_id into new.school_id from equipment e where e.id = new.equipment_id for key share;
    return new;
  end $$;
create trigger software_installed before insert on software_installation
  for each row when (new.equipment_id is not null) execute function software_installed();

-- It is on a device that is there, and takes no seat of another school's.
create function software_device_is_there() returns trigger language plpgsql
  as $$ begin
    if exists (select from equipment e where e.id = new.equipment_id
                  and e.state in ('ordered', 'lost', 'stolen', 'retired', 'disposed')) then
      raise exception 'nothing is installed on device %, which is not there', new.equipment_id
        using errcode = 'check_violation', table = 'software_installation', constraint = 'software_on_a_device_that_is_there';
    end if;
    return null;
  end $$;
create constraint trigger software_on_a_device_that_is_there after insert on software_installation
  for each row when (new.equipment_id is not null and new.ended_at is null) execute function software_device_is_there();

create function software_licence_is_its_school_s() returns trigger language plpgsql
  as $$ begin
    if exists (select from software_licence l where l.id = new.licence_id
                  and l.school_id is not null and l.school_id is distinct from new.school_id) then
      raise exception 'licence % is another school''s', new.licence_id
        using errcode = 'check_violation', table = 'software_installation', constraint = 'software_licence_of_its_school';
    end if;
    return null;
  end $$;
create constraint trigger software_licence_of_its_school after insert on software_installation
  for each row when (new.licence_id is not null) execute function software_licence_is_its_school_s();

create function software_seats_counted() returns trigger language plpgsql
  as $$ declare change int := case when tg_op = 'INSERT' then new.seats else -new.seats end;
  begin
    update software_licence set seats_used = seats_used + change where id = new.licence_id;
    update software_title set seats_used = seats_used + change where id = new.title_id;
    return null;
  end $$;
create trigger software_seats_counted after insert on software_installation
  for each row when (new.ended_at is null) execute function software_seats_counted();
create trigger software_seats_freed after update of ended_at on software_installation
  for each row when (old.ended_at is null and new.ended_at is not null) execute function software_seats_counted();

-- It ends once; nothing else of it changes.
create function software_installation_ends_once() returns trigger language plpgsql
  as $$ begin
    if tg_op = 'DELETE' or old.ended_at is not null
       or to_jsonb(old) - '{ended_at,ended_by,ended_role,ended_why}'::text[]
          <> to_jsonb(new) - '{ended_at,ended_by,ended_role,ended_why}'::text[] then
      raise exception 'an installation ends once, and nothing else of it changes' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
create trigger software_installation_ends_once before update or delete on software_installation
  for each row execute function software_installation_ends_once();
create trigger software_installation_no_truncate before truncate on software_installation
  for each statement execute function refuse_change();

-- What a device bears is where it is, and nothing stands on one that is gone.
create function equipment_software_follows() returns trigger language plpgsql
  as $$ begin
    if exists (select from software_installation x join equipment e on e.id = x.equipment_id
                where x.equipment_id = new.id and x.ended_at is null
                  and (x.school_id is distinct from e.school_id or e.state in ('lost', 'stolen', 'retired', 'disposed'))) then
      raise exception 'software stands on device % elsewhere than it is', new.id
        using errcode = 'check_violation', table = 'equipment', constraint = 'equipment_software_follows';
    end if;
    return null;
  end $$;
create constraint trigger equipment_software_follows after update of state, school_id on equipment
  deferrable initially deferred for each row
  when (old.school_id is distinct from new.school_id or old.state <> new.state)
  execute function equipment_software_follows();
