drop table house_tag;
drop table supplier_model;
drop table supplier_heading;
drop table delivery_list;
alter table equipment drop column receipt_id;
drop table delivery_receipt;
drop table delivery_awaited;
drop table delivery;
alter table contract drop constraint contract_of_its_holder;
