-- Hours that count in a teacher's year, and certificates (rules.md 18).

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence training_certificate_number_%s', year);
  end loop;
end $$;

-- Whether the hours of one person at one session count in the 18 of their year, and as what: the inspection says it of public
-- schools, the diocese of private ones, once the session is closed.
create table training_hours (
  id uuid primary key default uuidv7(),
  enrolment_id uuid not null references training_enrolment,
  counts boolean not null,
  category text not null check (category in ('continuing', 'pedagogical', 'functional')),
  marked_by uuid not null references account,
  marked_at timestamptz not null,
  constraint training_hours_said_once unique (enrolment_id)
);
create trigger training_hours_history after insert or update or delete on training_hours
  for each row execute function record_history();
-- The sessions of a school year at which people of a school came.
create index training_enrolment_of_school on training_enrolment (school_id, session_id) where seat is not null;

-- What a person was given of the hours at which they came. It is revoked when who came is corrected, and another one follows.
create table training_certificate (
  id uuid primary key default uuidv7(),
  -- 'A-2026-00142'
  number text not null check (number ~ '^A-[0-9]{4}-[0-9]{5,}$'),
  enrolment_id uuid not null references training_enrolment,
  minutes int not null check (minutes between 1 and 100000),
  -- Whoever is shown it asks by this whether it is valid.
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  -- By which it is found: how long that takes tells nothing of a code that is nearly one.
  code_digest bytea not null check (length(code_digest) = 32),
  issued_at timestamptz not null,
  revoked_at timestamptz check (revoked_at >= issued_at),
  constraint training_certificate_number_once unique (number),
  constraint training_certificate_code_once unique (code_digest)
);
create unique index training_certificate_valid_once on training_certificate (enrolment_id) where revoked_at is null;
create index training_certificate_of_enrolment on training_certificate (enrolment_id);
create trigger training_certificate_history after insert or update or delete on training_certificate
  for each row execute function record_history('code', 'code_digest');
create trigger training_certificate_no_truncate before truncate on training_certificate
  for each statement execute function refuse_change();
