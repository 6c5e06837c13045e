drop index order_by_confirmation;
drop index ticket_move_by_action;
drop index ticket_stopping_class;
drop index ticket_by_resolution;
drop trigger ticket_history on ticket;
alter table ticket drop constraint ticket_times_whole;
update ticket set taken_in_time = null where metropole_minutes is null;
alter table ticket
  drop column class_in_time,
  add constraint ticket_times_whole check (num_nulls(metropole_minutes, class_minutes, taken_in_time, restored_in_time) in (0, 4));
create trigger ticket_history after insert or update or delete on ticket for each row execute function record_history(
  'description', 'open', 'due_at', 'next_warning_at', 'metropole_minutes', 'class_minutes', 'taken_in_time', 'restored_in_time');
