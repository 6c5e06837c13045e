-- Without this migration a session has one date: its first is left.
select set_config('parc.actor', 'system:migration', true);
drop trigger training_session_spans_its_dates on training_session;
update training_session t set ends_at = d.ends_at from training_date d where d.session_id = t.id and d.starts_at = t.starts_at;
drop table training_date;
drop function training_session_spans_its_dates();

drop trigger training_session_history on training_session;
create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history();

-- A session elsewhere than in a school cannot be told without this migration: it is put into a school of its circonscription.
update training_session t set place_kind = 'school', place_name = null, remote_link = null,
       school_id = (select s.id from school s where s.circonscription_id = t.circonscription_id order by s.id limit 1)
 where place_kind <> 'school';
alter table training_session
  drop constraint training_session_place_told,
  drop constraint training_session_id_state_key,
  drop constraint training_session_id_trainer_id_key,
  drop column remote_link,
  drop column place_name,
  drop column place_kind,
  alter column school_id set not null,
  add constraint training_session_trainer_once exclude using gist (trainer_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('proposed', 'open', 'confirmed'));
