-- Answers to notices of tickets come in by mail: each is a comment once, and what is refused is counted without its contents.

-- The ticket that a notice is about, where its reader may answer: the address of the answer is signed when the mail leaves, and
-- stands nowhere.
alter table mail
  add column answers text check (answers ~ '^T-[0-9]{4}-[0-9]{5,}$'),
  add column account_id uuid references account,
  add constraint mail_answered_by_somebody check ((answers is null) = (account_id is null));

-- A mail that was taken: the same again is taken again, and written no more.
create table received_mail (
  id uuid primary key default uuidv7(),
  -- Of its Message-ID and of whom it is from; of its text where it has none.
  message_hash bytea not null,
  account_id uuid not null references account,
  ticket_id uuid not null references ticket,
  received_at timestamptz not null,
  constraint received_mail_once unique (message_hash)
);
create index received_mail_of_account on received_mail (account_id, received_at);
create index received_mail_by_age on received_mail (received_at);

-- How many were refused, by day and by reason: nothing of what they said, nor of whom they came from.
create table mail_refusal (
  day date not null,
  reason text not null check (reason in ('forged', 'expired', 'foreign', 'not-allowed', 'over', 'automatic', 'loop', 'empty',
    'too-large', 'unreadable', 'too-many')),
  count int not null check (count > 0),
  primary key (day, reason)
);
