-- Accounts, what they may act as, and the sessions they act in (rules.md 1, 11).

create table account (
  id uuid primary key default uuidv7(),
  email citext not null unique check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  name text not null,
  password_hash text,
  -- The head's personal code, typed on the technician's phone to confirm one order.
  confirmation_code_hash text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create trigger account_history after insert or update or delete on account
  for each row execute function record_history('email', 'name', 'password_hash', 'confirmation_code_hash');

create table assignment (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  role text not null,
  scope_kind text not null,
  school_id uuid references school,
  commune_id uuid references commune,
  managing_body_id uuid references managing_body,
  circonscription_id uuid references circonscription,
  contract_holder_id uuid references contract_holder,
  from_day date not null,
  -- First day on which it no longer holds.
  to_day date,
  -- Delegation to certify service fait, with the decision that gives it.
  may_certify boolean not null default false,
  delegation_decision text,
  -- A deputy's assignment ends with the head's that named it.
  deputy_of_id uuid references assignment,
  check (to_day is null or to_day >= from_day),
  check (not may_certify or (role = 'plan-manager' and delegation_decision is not null)),
  check (deputy_of_id is null or role = 'school-head'),
  -- A scope is named whole and only where the role has one: no scope means nothing, never everything.
  constraint assignment_scope check (
    num_nonnulls(school_id, commune_id, managing_body_id, circonscription_id, contract_holder_id)
      = case when scope_kind = 'territory' then 0 else 1 end
    and case role
      when 'teacher' then scope_kind = 'school' and school_id is not null
      when 'school-head' then scope_kind = 'school' and school_id is not null
      when 'commune-officer' then scope_kind = 'commune' and commune_id is not null
      when 'private-body-officer' then scope_kind = 'managing-body' and managing_body_id is not null
      when 'inspector' then scope_kind = 'circonscription' and circonscription_id is not null
      when 'digital-trainer' then scope_kind = 'circonscription' and circonscription_id is not null
      when 'installer' then scope_kind = 'contract-holder' and contract_holder_id is not null
      else role in ('technician', 'plan-manager', 'committee', 'administrator') and scope_kind = 'territory'
    end
  )
);
create index assignment_account on assignment (account_id);
create index assignment_school on assignment (school_id, role) where school_id is not null;
create trigger assignment_history after insert or update or delete on assignment
  for each row execute function record_history();

create table session (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  csrf_token text not null,
  account_id uuid not null references account,
  assignment_id uuid not null references assignment,
  -- Grows when rights change, so that a cached session is judged again.
  version int not null default 1,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;

-- Invitation and reset links: used once, stored hashed.
create table credential_link (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  kind text not null check (kind in ('invitation', 'reset')),
  account_id uuid not null references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index credential_link_account on credential_link (account_id);

-- Failed tries, per account and address: throttles the pair, never locks the account for its owner elsewhere.
create table sign_in_try (
  account_key text not null,
  address_key text not null,
  failures int not null default 0,
  blocked_until timestamptz,
  last_failure_at timestamptz not null,
  primary key (account_key, address_key)
);

-- Sign-ins and refusals, kept 12 months.
create table security_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null,
  account_id uuid,
  detail jsonb not null default '{}'
);
create index security_event_age on security_event (at);
