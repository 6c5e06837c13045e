-- The end and the start of a school year in many rooms, and what the tables of the fleet did not hold yet (rules.md 12).

-- What stays in its room over a summer: somebody stood before it and said so, once.
create table summer_stay (
  equipment_id uuid not null references equipment,
  -- Civil year of the summer.
  summer_year int not null check (summer_year between 2000 and 2100),
  room_id uuid not null references room,
  account_id uuid not null references account,
  at timestamptz not null,
  primary key (equipment_id, summer_year)
);
create trigger summer_stay_append_only before update or delete on summer_stay
  for each row execute function refuse_change();
create trigger summer_stay_no_truncate before truncate on summer_stay
  for each statement execute function refuse_change();

-- What left a school for a shelf: it is put back from there.
create index equipment_move_withdrawn on equipment_move (school_id, at) where action = 'withdraw';

-- A room in which devices stand is not removed, and their school does not close: they go elsewhere first. Whoever takes one away
-- waits for those who place a device there, who hold it by their reference, and they for him.
create function standing_devices_keep_room() returns trigger language plpgsql
  as $$ begin
    perform from room r where r.id = new.id for update;
    if exists (select from equipment e where e.room_id = new.id and e.state in ('awaiting-training', 'in-service', 'under-repair')) then
      raise exception 'devices stand in this room' using errcode = '23514', constraint = 'standing_devices_keep_room', table = 'room';
    end if;
    return null;
  end $$;
create constraint trigger standing_devices_keep_room after update on room
  for each row when (new.removed and not old.removed) execute function standing_devices_keep_room();

create function standing_devices_keep_school() returns trigger language plpgsql
  as $$ begin
    perform from school s where s.id = new.id for update;
    if exists (select from equipment e where e.school_id = new.id and e.room_id is not null
        and e.state in ('awaiting-training', 'in-service', 'under-repair')) then
      raise exception 'devices stand in this school' using errcode = '23514', constraint = 'standing_devices_keep_school', table = 'school';
    end if;
    return null;
  end $$;
create constraint trigger standing_devices_keep_school after update on school
  for each row when (new.state = 'closed' and old.state <> 'closed') execute function standing_devices_keep_school();

create function device_stands_where_it_may() returns trigger language plpgsql
  as $$ declare
    gone boolean;
  begin
    select r.removed or s.state = 'closed' into gone from room r join school s on s.id = r.school_id where r.id = new.room_id for key share;
    if gone then
      raise exception 'this room or its school is no more' using errcode = '23514', constraint = 'device_stands_where_it_may', table = 'equipment';
    end if;
    return null;
  end $$;
create constraint trigger device_stands_where_it_may after insert or update of room_id, state on equipment
  for each row when (new.room_id is not null and new.state in ('awaiting-training', 'in-service', 'under-repair'))
  execute function device_stands_where_it_may();

-- What was taken away around devices comes back, under a name of its own, so that somebody may empty it.
update room r set removed = false, version = r.version + 1,
  name = case when exists (select from room o where o.school_id = r.school_id and o.id <> r.id and not o.removed and plain_text(o.name) = plain_text(r.name))
    then r.name || ' (retirée, ' || left(r.id::text, 8) || ')' else r.name end
 where r.removed and exists (select from equipment e where e.room_id = r.id and e.state in ('awaiting-training', 'in-service', 'under-repair'));

-- A campaign is closed once each school is done or left out, and a part is done once its differences are resolved, whoever writes.
create function campaign_closes_done() returns trigger language plpgsql
  as $$ begin
    if exists (select from campaign_part t where t.campaign_id = new.id and t.state not in ('settled', 'dropped')) then
      raise exception 'a school has not finished' using errcode = '23514', constraint = 'campaign_closes_done', table = 'campaign';
    end if;
    return null;
  end $$;
create constraint trigger campaign_closes_done after update on campaign deferrable initially deferred
  for each row when (new.closed_at is not null and old.closed_at is null) execute function campaign_closes_done();

create function campaign_part_settles_resolved() returns trigger language plpgsql
  as $$ begin
    if exists (select from campaign_item i where i.part_id = new.id and i.resolution is null
        and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')) then
      raise exception 'a difference is not resolved' using errcode = '23514', constraint = 'campaign_part_settles_resolved', table = 'campaign_part';
    end if;
    return null;
  end $$;
create constraint trigger campaign_part_settles_resolved after update on campaign_part deferrable initially deferred
  for each row when (new.state = 'settled') execute function campaign_part_settles_resolved();

-- What was retired before the day of an act was asked for has the day on which its history says so: shares of a year count it.
update equipment e set retired_on = (v.at at time zone 'Europe/Paris')::date, retirement_kind = 'decision'
  from (select distinct on (m.equipment_id) m.equipment_id, m.at from equipment_move m where m.to_state = 'retired' and m.from_state <> 'retired'
    order by m.equipment_id, m.at desc, m.id desc) v
 where v.equipment_id = e.id and e.retired_on is null and e.retirement_number is not null
   and e.state in ('retired', 'disposed');

-- So many devices are offered for a need at once as it asks for, one where it does not say.
create function redeployment_within_its_need() returns trigger language plpgsql
  as $$ declare
    asked int;
  begin
    select coalesce(n.quantity, 1) into asked from need n where n.id = new.need_id for no key update;
    if (select count(*) from redeployment d where d.need_id = new.need_id and d.state = 'proposed') > asked then
      raise exception 'enough is offered for this need' using errcode = '23514', constraint = 'redeployment_within_its_need', table = 'redeployment';
    end if;
    return null;
  end $$;
create constraint trigger redeployment_within_its_need after insert on redeployment
  for each row when (new.state = 'proposed') execute function redeployment_within_its_need();
