-- A school that has more devices than one check holds is checked in parts: none of its devices is left out.
alter table upkeep_check
  add column part int not null default 1 check (part between 1 and 1000),
  drop constraint upkeep_check_once,
  -- However often a night is worked, and by however many servers.
  add constraint upkeep_check_once unique (plan_id, school_id, due_on, part);
