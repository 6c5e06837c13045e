alter table ticket_comment drop constraint ticket_comment_by_mail_is_read, drop column by_mail;

-- The parts that follow the first are due on the days that follow its own: none of their devices is left out.
update upkeep_check set due_on = due_on + part - 1 where part > 1;
alter table upkeep_check drop constraint upkeep_check_once, drop column part,
  add constraint upkeep_check_once unique (plan_id, school_id, due_on);
