drop trigger dotation_device_let_go on equipment;
drop function dotation_device_let_go();
alter table calendar_mark drop column copied;
drop table ticket_warning;
drop trigger ticket_resolution_no_truncate on ticket_resolution;
drop trigger ticket_resolution_stays on ticket_resolution;
drop function ticket_resolution_stays();
drop trigger ticket_charge_of_its_own on ticket_resolution;
drop function ticket_charge_of_its_own();
