-- A session may be held by somebody of the maker, who has no account (rules.md 18).

alter table training_session
  alter column trainer_id drop not null,
  -- Who comes of the maker, and of which firm.
  add column outside_trainer text check (outside_trainer <> '' and length(outside_trainer) <= 100),
  add column outside_firm text check (outside_firm <> '' and length(outside_firm) <= 100),
  add column outside boolean not null generated always as (trainer_id is null) stored,
  -- One of the two, and only one.
  add constraint training_session_trainer_told check (
    (trainer_id is null) = (outside_trainer is not null) and (outside_trainer is null) = (outside_firm is null)),
  add unique (id, outside);
-- Sessions that any trainer of the circonscription holds to account.
create index training_session_of_outside on training_session (circonscription_id, starts_at) where trainer_id is null;

-- A name is taken out where it stands: no copy of it is kept.
drop trigger training_session_history on training_session;
create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history('remote_link', 'outside_trainer', 'outside');

-- Only where the session has none, a half-day takes nobody's time: it cannot slip past the overlap of a trainer who has an account.
alter table training_date
  alter column trainer_id drop not null,
  add column outside boolean not null generated always as (trainer_id is null) stored,
  add constraint training_date_outside_as_session foreign key (session_id, outside) references training_session (id, outside);
drop trigger training_date_history on training_date;
create trigger training_date_history after insert or update or delete on training_date
  for each row execute function record_history('trainer_id', 'state', 'outside');
