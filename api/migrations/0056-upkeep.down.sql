drop table upkeep_check_move;
drop table upkeep_check_device;
drop table upkeep_check;
drop table upkeep_plan;
