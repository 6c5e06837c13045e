drop table fleet_word;
drop table fleet_heading;
drop table fleet_import_row;
drop table fleet_import;
