alter table equipment_model drop column repairability_index;
drop table carbon_factor;
