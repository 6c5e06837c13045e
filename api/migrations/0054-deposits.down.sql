drop table deposit_file;
drop table deposit_photo_slot;
drop table deposit;
