drop trigger equipment_stays_follow on equipment_move;
drop function equipment_stays_follow();
drop function equipment_stays_told();
drop table equipment_stay;
