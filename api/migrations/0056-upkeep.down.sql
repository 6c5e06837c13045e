alter table deposit drop constraint deposit_object_kind_check;
alter table deposit add constraint deposit_object_kind_check check (object_kind in ('ticket', 'order', 'visit', 'inventory'));
drop table upkeep_check_move;
drop table upkeep_check_device;
drop table upkeep_check;
drop table upkeep_plan;
