-- In which school a device stood, and from when to when: what is counted by week asks where it was that Thursday, however
-- late its move was told.

create table equipment_stay (
  id uuid primary key default uuidv7(),
  equipment_id uuid not null references equipment,
  school_id uuid not null references school,
  from_at timestamptz not null,
  until_at timestamptz,
  constraint equipment_stay_forward check (until_at > from_at),
  -- One place at a time.
  constraint equipment_stay_once exclude using gist (equipment_id with =, tstzrange(from_at, until_at) with &&)
);
create index equipment_stay_of_school on equipment_stay (school_id, from_at);
create unique index equipment_stay_open on equipment_stay (equipment_id) where until_at is null;

-- Every stay, from the moves that have been told: where a move left a device, until the next that left it elsewhere.
create function equipment_stays_told() returns void language sql as $$
  insert into equipment_stay (equipment_id, school_id, from_at, until_at)
  select equipment_id, school_id, at, next_at
    from (select equipment_id, school_id, at, lead(at) over (partition by equipment_id order by at) as next_at
            from (select equipment_id, at, school_id, lag(school_id) over told as before,
                         row_number() over told as place
                    from (select distinct on (m.equipment_id, m.at) m.equipment_id, m.at,
                                 case when m.stock_place_id is null
                                       and m.to_state in ('awaiting-training', 'in-service', 'under-repair')
                                      then m.school_id end as school_id
                            from equipment_move m order by m.equipment_id, m.at, m.id desc) last_of_moment
                  window told as (partition by equipment_id order by at)) compared
           where place = 1 or school_id is distinct from before) changed
   where school_id is not null
$$;
select equipment_stays_told();

-- A move tells since when its device is where it now is.
create function equipment_stays_follow() returns trigger language plpgsql as $$
declare
  device record;
  stands uuid;
begin
  select e.school_id, e.state into device from equipment e where e.id = new.equipment_id;
  if device.state in ('awaiting-training', 'in-service', 'under-repair') then
    stands := device.school_id;
  end if;
  if exists (select from equipment_stay s where s.equipment_id = new.equipment_id
               and s.school_id = stands and s.until_at is null and s.from_at <= new.at) then
    return null;
  end if;
  delete from equipment_stay s where s.equipment_id = new.equipment_id and s.from_at >= new.at;
  update equipment_stay s set until_at = new.at
   where s.equipment_id = new.equipment_id and (s.until_at is null or s.until_at > new.at);
  if stands is not null then
    insert into equipment_stay (equipment_id, school_id, from_at) values (new.equipment_id, stands, new.at);
  end if;
  return null;
end $$;
create trigger equipment_stays_follow after insert on equipment_move
  for each row execute function equipment_stays_follow();
