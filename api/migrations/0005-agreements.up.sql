-- Conventions: a school orders only under one in force that lists its site (rules.md 9).

create table convention (
  id uuid primary key default uuidv7(),
  number text not null unique,
  title text not null,
  kind text not null check (kind in ('framework', 'commune', 'private-body', 'medico-social-body')),
  commune_id uuid references commune,
  managing_body_id uuid references managing_body,
  state text not null default 'drafted'
    check (state in ('drafted', 'sent', 'approved', 'signed', 'in-force', 'expired', 'renewed', 'ended')),
  from_day date,
  -- Last day of its term, included.
  to_day date,
  sent_on date,
  signed_on date,
  ended_reason text,
  version int not null default 1,
  check (to_day >= from_day),
  check (state in ('drafted', 'sent', 'approved') or (from_day is not null and to_day is not null)),
  constraint convention_party check (
    case kind
      when 'commune' then commune_id is not null and managing_body_id is null
      when 'framework' then commune_id is null and managing_body_id is null
      else managing_body_id is not null and commune_id is null
    end
  )
);
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history();

create table convention_site (
  id uuid primary key default uuidv7(),
  convention_id uuid not null references convention,
  school_id uuid not null references school,
  from_day date not null,
  to_day date not null,
  check (to_day >= from_day),
  unique (convention_id, school_id, from_day)
);
create index convention_site_school on convention_site (school_id);
create trigger convention_site_history after insert or update or delete on convention_site
  for each row execute function record_history();

create table deliberation (
  id uuid primary key default uuidv7(),
  convention_id uuid not null unique references convention,
  council text not null,
  council_on date not null,
  number text,
  members_in_office int check (members_in_office > 0),
  present int check (present >= 0),
  proxies int check (proxies >= 0),
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstentions int check (abstentions >= 0),
  unanimous boolean not null default false,
  convened_on date,
  certified_on date,
  transmitted_on date,
  published_on date,
  executory_from date,
  -- Acts the deliberation cites ("Vu"): [{"title": …, "number": …, "on": …}]. Odd dates warn, never block.
  visas jsonb not null default '[]',
  signatory text,
  version int not null default 1,
  check (coalesce(votes_for, 0) + coalesce(votes_against, 0) + coalesce(abstentions, 0)
    <= coalesce(present + coalesce(proxies, 0), 2147483647))
);
create trigger deliberation_history after insert or update or delete on deliberation
  for each row execute function record_history('signatory');
