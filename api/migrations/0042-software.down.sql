drop trigger equipment_software_follows on equipment;
drop function equipment_software_follows();
drop table software_installation;
drop function software_installation_ends_once();
drop function software_seats_counted();
drop function software_installed();
drop function software_in_turn();
drop table software_licence;
drop table software_title;
