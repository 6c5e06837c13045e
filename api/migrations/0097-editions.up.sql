-- What the committee decided on, kept as bytes: the same whenever it is opened (rules.md 20).

-- Whatever editions are made of, each content once, under what its bytes say of it.
create table frozen_content (
  sha256 text primary key,
  content bytea not null,
  constraint frozen_content_is_its_hash check (sha256 = encode(sha256(content), 'hex'))
);

create sequence edition_number;

create table edition (
  id uuid primary key default uuidv7(),
  number int not null check (number >= 1),
  title text not null check (title <> '' and length(title) <= 200),
  -- The meeting that it is for.
  meeting_on date not null,
  data_day date not null,
  -- The one that this one takes the place of, and why.
  corrects_id uuid,
  reason text check (reason <> '' and length(reason) <= 1000),
  frozen_at timestamptz not null,
  frozen_by uuid not null references account,
  -- Says everything else, hash by hash: the edition is the hash of it.
  sha256 text not null references frozen_content,
  constraint edition_number_once unique (number),
  constraint edition_corrected_once unique (corrects_id),
  constraint edition_correction_has_reason check ((corrects_id is null) = (reason is null)),
  constraint edition_is_its_manifest unique (sha256),
  -- A correction is of the same meeting.
  unique (id, meeting_on),
  constraint edition_corrects_its_meeting foreign key (corrects_id, meeting_on) references edition (id, meeting_on)
);
create index edition_by_meeting on edition (meeting_on, number);

create table edition_part (
  edition_id uuid not null references edition,
  name text not null check (name ~ '^[a-z0-9][a-z0-9/.-]{0,99}$'),
  media_type text not null,
  sha256 text not null references frozen_content,
  primary key (edition_id, name)
);
create index edition_part_content on edition_part (sha256);

create trigger frozen_content_append_only before update or delete on frozen_content
  for each row execute function refuse_change();
create trigger frozen_content_no_truncate before truncate on frozen_content
  for each statement execute function refuse_change();
create trigger edition_append_only before update or delete on edition
  for each row execute function refuse_change();
create trigger edition_no_truncate before truncate on edition
  for each statement execute function refuse_change();
create trigger edition_part_append_only before update or delete on edition_part
  for each row execute function refuse_change();
create trigger edition_part_no_truncate before truncate on edition_part
  for each statement execute function refuse_change();
