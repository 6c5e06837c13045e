drop table directory_import_missing, directory_import_refusal, directory_import_change, directory_import;
drop index room_school_id_name_key;
-- A name that a removed room left free may have been taken again.
update room set name = name || ' (' || id || ')' where removed;
alter table room add constraint room_school_id_name_key unique (school_id, name);
drop trigger managing_body_history on managing_body;
drop trigger circonscription_history on circonscription;
drop trigger commune_history on commune;
drop trigger school_uai_history on school_uai;
drop trigger school_holiday_history on school_holiday;
drop trigger public_holiday_history on public_holiday;
drop trigger school_year_figures_history on school_year_figures;
alter table public_holiday drop column id;
alter table school_year_figures
  drop column id,
  drop constraint school_year_figures_social_index_check,
  add constraint school_year_figures_social_index_check check (social_index between 40 and 200) not valid;
alter table school
  drop constraint school_contract,
  add constraint school_check check ((sector = 'private') = (state_contract is not null)) not valid,
  drop constraint school_siret_check,
  add constraint school_siret_check check (siret ~ '^[0-9]{14}$') not valid,
  drop column dispersed_grouping_code,
  drop column concentrated_grouping,
  drop column has_inclusion_class,
  drop column host_uai,
  drop column opened_on,
  drop column website,
  drop column address_line2,
  drop column closing_announced;
