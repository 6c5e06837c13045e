drop trigger equipment_gone_for_good on equipment;
drop trigger equipment_disposed_by_a_disposal on equipment;
drop function equipment_disposed_by_a_disposal();
drop table disposed_device;
drop function disposed_device_is_gone();
drop function disposed_device_as_it_stands();
drop table equipment_disposal;
drop table equipment_wipe;
drop table equipment_model;
drop index equipment_by_retirement;
alter table equipment
  drop constraint equipment_retired_by_an_act,
  drop column retired_on,
  drop column retirement_kind;
