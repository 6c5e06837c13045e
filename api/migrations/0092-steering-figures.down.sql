drop table indicator_school;
drop table indicator_cell;
drop table indicator_period;
alter table commune drop column population;
alter table equipment_model drop column for_teachers;
