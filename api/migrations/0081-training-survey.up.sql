-- What those who came to a session think of it, asked by mail and answered without an account (rules.md 18).

-- Of a session that was closed: how many were asked, and when.
create table training_survey (
  session_id uuid primary key references training_session,
  asked int not null check (asked between 1 and 200),
  asked_at timestamptz not null
);
create trigger training_survey_append_only before update or delete on training_survey
  for each row execute function refuse_change();
create trigger training_survey_no_truncate before truncate on training_survey
  for each statement execute function refuse_change();

-- The right to answer once: whoever has the address that a mail brought. Nothing here says whose it is; the address itself
-- stands in the mail alone, whose text is forgotten once it has left. Rows stand in the order of what was drawn, not of people.
create table training_survey_ticket (
  secret_digest bytea primary key check (length(secret_digest) = 32),
  session_id uuid not null references training_survey,
  unique (secret_digest, session_id)
);
create index training_survey_ticket_of_session on training_survey_ticket (session_id);

-- One answer a ticket. It has no account and no hour, its id none either, and it is not copied into the history: nothing tells who
-- answered first. The ticket goes when its term is over, and what is left is tied to nothing.
create table training_survey_answer (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references training_survey,
  secret_digest bytea,
  useful int not null check (useful between 1 and 4),
  level int not null check (level between 1 and 4),
  uses text not null check (uses in ('yes', 'perhaps', 'no')),
  remark text check (remark <> '' and length(remark) <= 500),
  constraint training_survey_answered_once unique (secret_digest),
  constraint training_survey_answer_of_ticket foreign key (secret_digest, session_id)
    references training_survey_ticket (secret_digest, session_id) on delete set null (secret_digest)
);
create index training_survey_answer_of_session on training_survey_answer (session_id);
