-- Deputies in a vacancy, tries of the confirmation code, secrets in mails, failed jobs (rules.md 1, 11).

-- Without a head, the inspector (or the body's officer, or the plan manager) names the deputy: no assignment to end with,
-- so the term is stated.
alter table assignment
  add column named_in_vacancy boolean not null default false,
  add constraint assignment_vacancy
    check (not named_in_vacancy or (role = 'school-head' and deputy_of_id is null and to_day is not null));
create index assignment_deputy_of on assignment (deputy_of_id) where deputy_of_id is not null;

-- Wrong confirmation codes, per school and hour: the code is short, so guessing it on a borrowed phone must be slow.
create table confirmation_try (
  school_id uuid primary key references school,
  tries int not null,
  since timestamptz not null
);

-- A mail that carries a one-time link: its text is forgotten once sent, as the link's token is only kept hashed.
alter table mail add column secret boolean not null default false;

alter table job_run add column failed boolean not null default false;
