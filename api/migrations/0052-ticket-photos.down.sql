drop table ticket_file;
drop table ticket_photo_slot;
