alter table order_file drop column slot_id;
drop table photo_slot;
drop table done_once;
