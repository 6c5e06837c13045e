drop table training_window;
drop table training_code_secret;
drop table training_correction;
drop table training_attendance;
drop function training_presence_summed();
drop index training_session_of_trainer;
alter table training_date drop constraint training_date_id_session_id_key;
alter table training_enrolment drop constraint training_enrolment_id_session_id_key;
