drop index equipment_cases;
drop table order_device;
alter table order_line drop constraint order_line_of_its_order;
