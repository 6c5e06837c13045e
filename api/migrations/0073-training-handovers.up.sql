-- A technician shows a model to a teacher, who signs: what waited for it there comes into service (rules.md 18).

create table training_handover (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  model_id uuid not null references catalogue_item,
  -- To whom it was shown, and who signed: somebody of the school.
  account_id uuid not null references account,
  shown_by uuid not null references account,
  at timestamptz not null,
  -- The drawn signature, as lines of a path: an attachment, never the proof.
  signature text not null check (length(signature) between 1 and 20000),
  constraint training_handover_of_two check (account_id <> shown_by),
  constraint training_handover_signature_is_lines check (signature ~ '^[ML0-9 -]+$')
);
create index training_handover_of_account on training_handover (account_id, model_id);
create index training_handover_of_school on training_handover (school_id, model_id, at);
create trigger training_handover_append_only before update or delete on training_handover
  for each row execute function refuse_change();
create trigger training_handover_no_truncate before truncate on training_handover
  for each statement execute function refuse_change();

-- A school asks the technician who comes to show a model: answered by the handover.
create table training_handover_request (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  model_id uuid not null references catalogue_item,
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  handover_id uuid references training_handover
);
create unique index training_handover_asked_once on training_handover_request (school_id, model_id) where handover_id is null;
create trigger training_handover_request_history after insert or update or delete on training_handover_request
  for each row execute function record_history();
