drop table campaign_photo;
drop table disposal_photo;
alter table order_device alter constraint order_device_line_of_its_order not deferrable;
