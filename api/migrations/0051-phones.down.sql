drop table phone;
