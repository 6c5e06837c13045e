-- The end and the start of a school year in many rooms, and what the tables of the fleet did not hold yet (rules.md 12).

-- What stays in its room over a summer: somebody stood before it and said so, once.
create table summer_stay (
  equipment_id uuid not null references equipment,
  -- Civil year of the summer.
  summer int not null check (summer between 2000 and 2100),
  room_id uuid not null references room,
  account_id uuid not null references account,
  at timestamptz not null,
  primary key (equipment_id, summer)
);
create trigger summer_stay_append_only before update or delete on summer_stay
  for each row execute function refuse_change();
create trigger summer_stay_no_truncate before truncate on summer_stay
  for each statement execute function refuse_change();

-- What left a school for a shelf: it is put back from there.
create index equipment_move_withdrawn on equipment_move (school_id, at) where action = 'withdraw';

-- A room in which devices stand is there, and its school is open: what a device refers to says so with it. What was taken away
-- around them comes back, under a name of its own, so that somebody may empty it.
update room r set removed = false, version = r.version + 1,
  name = case when exists (select from room o where o.school_id = r.school_id and o.id <> r.id and not o.removed and plain_text(o.name) = plain_text(r.name))
    then r.name || ' (retirée, ' || left(r.id::text, 8) || ')' else r.name end
 where r.removed and exists (select from equipment e where e.room_id = r.id and e.state in ('awaiting-training', 'in-service', 'under-repair'));
alter table room add constraint room_there_or_not unique (id, removed);
alter table school add constraint school_open_or_not unique (id, state);
drop trigger equipment_history on equipment;
alter table equipment
  add column room_gone boolean generated always as (
    case when room_id is not null and state in ('awaiting-training', 'in-service', 'under-repair') then false end) stored,
  add column school_state text generated always as (
    case when room_id is not null and state in ('awaiting-training', 'in-service', 'under-repair') then 'open' end) stored;
alter table equipment
  add constraint equipment_stands_in_a_room foreign key (room_id, room_gone) references room (id, removed),
  -- Schools closed before keep what stands in them until it is gathered.
  add constraint equipment_stands_in_a_school foreign key (school_id, school_state) references school (id, state) not valid;
create trigger equipment_history after insert or update or delete on equipment
  for each row execute function record_history('words', 'in_container', 'site_id', 'room_gone', 'school_state');
