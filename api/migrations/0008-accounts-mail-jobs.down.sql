alter table job_run drop column failed;
alter table mail drop column secret;
drop table confirmation_try;
drop index assignment_deputy_of;
alter table assignment drop constraint assignment_vacancy, drop column named_in_vacancy;
