select set_config('parc.actor', 'system:migration', true);
-- Without this migration every session has a trainer with an account. What is still planned is cancelled, so that it takes nobody's
-- time, and whoever proposed it stands for who came.
update training_session set state = 'cancelled', state_since = now()
 where trainer_id is null and state in ('proposed', 'open', 'confirmed');

drop trigger training_date_history on training_date;
create trigger training_date_history after insert or update or delete on training_date
  for each row execute function record_history('trainer_id', 'state');
alter table training_date
  drop constraint training_date_outside_as_session,
  drop column outside;

drop index training_session_of_outside;
alter table training_session
  drop constraint training_session_trainer_told,
  drop constraint training_session_id_outside_key,
  drop column outside;
update training_session set trainer_id = proposed_by, outside_trainer = null, outside_firm = null where trainer_id is null;
update training_date d set trainer_id = t.trainer_id from training_session t where t.id = d.session_id and d.trainer_id is null;
drop trigger training_session_history on training_session;
alter table training_session
  drop column outside_trainer,
  drop column outside_firm,
  alter column trainer_id set not null;
alter table training_date alter column trainer_id set not null;
create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history('remote_link');
