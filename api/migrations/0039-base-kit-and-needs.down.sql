drop table redeployment_move;
drop table redeployment;
drop table need_move;
drop table need;
drop index equipment_of_school_by_model;
drop table kit_rule;
drop table kit_model;
drop table kit_group;
