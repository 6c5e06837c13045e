-- What a convention's parties promise, sign and decide, and how one follows another (rules.md 9).

alter table convention
  -- Who does what: [{"party": "metropole", "text": …}, {"party": "partner", "text": …}].
  add column promises jsonb not null default '[]',
  -- Of a private body's convention: the law it stands on, and who bears the running costs.
  add column legal_basis text,
  add column running_costs text check (running_costs in ('metropole', 'partner', 'shared')),
  add column approved_on date,
  add column ended_on date,
  add column notice_on date,
  add column renews_id uuid references convention,
  -- Renewal is express only: an evaluation adopted, then told to every signatory.
  add column evaluation_adopted_on date,
  add column evaluation_told_on date,
  add constraint convention_renews_another check (renews_id <> id);
create index convention_commune on convention (commune_id) where commune_id is not null;
create index convention_body on convention (managing_body_id) where managing_body_id is not null;
create index convention_state on convention (state, to_day, id);
create unique index convention_renewed_once on convention (renews_id);

create table convention_signature (
  id uuid primary key default uuidv7(),
  convention_id uuid not null references convention,
  party text not null check (party in ('metropole', 'partner')),
  signed_on date not null,
  signatory text not null,
  unique (convention_id, party)
);
create trigger convention_signature_history after insert or update or delete on convention_signature
  for each row execute function record_history('signatory');

-- One row a move: the page's thread and the reports read it.
create table convention_move (
  id uuid primary key default uuidv7(),
  convention_id uuid not null references convention,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid,
  role text not null,
  -- The day the fact itself bears, as the act says it.
  happened_on date,
  at timestamptz not null,
  reason text,
  check ((role = 'system') = (account_id is null))
);
create index convention_move_convention on convention_move (convention_id, at, id);
create trigger convention_move_append_only before update or delete on convention_move
  for each row execute function refuse_change();

-- The catalogue's periods and holders are changed by people too: their story is kept like any other.
create trigger contract_holder_history after insert or update or delete on contract_holder
  for each row execute function record_history('email');
create trigger contract_period_history after insert or update or delete on contract_period
  for each row execute function record_history('counted_net_cents', 'last_purchase_order');
create index catalogue_item_list on catalogue_item (state, plain_text(name), id);
create index catalogue_item_contract on catalogue_item (contract_id) where contract_id is not null;
