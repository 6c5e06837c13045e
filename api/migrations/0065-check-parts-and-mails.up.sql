-- A school that has more devices than one check holds is checked in parts: none of its devices is left out.
alter table upkeep_check
  add column part int not null default 1 check (part between 1 and 1000),
  drop constraint upkeep_check_once,
  -- However often a night is worked, and by however many servers.
  add constraint upkeep_check_once unique (plan_id, school_id, due_on, part);

-- What was answered to a notice by mail says so: its writer did not see the ticket's page.
alter table ticket_comment
  add column by_mail boolean not null default false,
  -- An answer to a notice is always to the school.
  add constraint ticket_comment_by_mail_is_read check (not (by_mail and internal));
