drop trigger equipment_history on equipment;
alter table equipment
  drop constraint equipment_stands_in_a_school,
  drop constraint equipment_stands_in_a_room,
  drop column school_state,
  drop column room_gone;
create trigger equipment_history after insert or update or delete on equipment
  for each row execute function record_history('words', 'in_container', 'site_id');
alter table school drop constraint school_open_or_not;
alter table room drop constraint room_there_or_not;
drop index equipment_move_withdrawn;
drop table summer_stay;
