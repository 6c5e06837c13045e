drop index training_session_of_school;
drop index training_session_search;
alter table training_session drop column cycles;
drop table training_module_material;
drop index training_module_of_series;
drop index training_module_current_once;
drop index training_module_title_once;
-- Former ones of a series keep their rows under a title of their own.
select set_config('parc.actor', 'system:migration', true);
update training_module set title = left(title, 100) || ' (' || id || ')' where not current;
alter table training_module
  drop column version,
  drop column competences,
  drop column active,
  drop column current,
  drop column series_id,
  add constraint training_module_title_once unique (title);
