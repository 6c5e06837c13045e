-- What nobody has proven at the school's door, its head confirms afterwards: a visit's end then waits for it.

alter table visit drop constraint visit_ending_check,
  add constraint visit_ending_check check (ending in ('signed', 'code', 'later', 'nobody')),
  -- For what belongs to one kind of end alone.
  add unique (id, ending);
create index visit_to_confirm on visit (school_id, begun_at, id) where ending = 'later';

-- The minutes are fixed: the confirmation stands beside them.
create table visit_confirmation (
  visit_id uuid not null,
  ending text not null default 'later' check (ending = 'later'),
  account_id uuid not null references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  constraint visit_confirmed_once primary key (visit_id),
  foreign key (visit_id, ending) references visit (id, ending)
);
create trigger visit_confirmation_append_only before update or delete on visit_confirmation
  for each row execute function refuse_change();
create trigger visit_confirmation_no_truncate before truncate on visit_confirmation
  for each statement execute function refuse_change();
