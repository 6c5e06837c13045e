drop trigger device_stands_where_it_may on equipment;
drop function device_stands_where_it_may();
drop trigger standing_devices_keep_school on school;
drop function standing_devices_keep_school();
drop trigger standing_devices_keep_room on room;
drop function standing_devices_keep_room();
drop index equipment_move_withdrawn;
drop table summer_stay;
