-- Figures of the plan read what clocks have said of each ticket, by the day it was taken, repaired or opened again.

drop trigger ticket_history on ticket;
alter table ticket
  drop constraint ticket_times_whole,
  add column class_in_time boolean;
-- Counted before the class's own clock was kept: the house counts them again.
update ticket set metropole_minutes = null, class_minutes = null, taken_in_time = null, restored_in_time = null
  where metropole_minutes is not null;
-- A ticket in hand says whether it was taken in time; what is repaired says it all.
alter table ticket add constraint ticket_times_whole check (
  num_nulls(metropole_minutes, class_minutes, restored_in_time, class_in_time) in (0, 4)
  and (metropole_minutes is null or taken_in_time is not null));
create trigger ticket_history after insert or update or delete on ticket for each row execute function record_history(
  'description', 'open', 'due_at', 'next_warning_at', 'metropole_minutes', 'class_minutes', 'taken_in_time', 'restored_in_time', 'class_in_time');

create index ticket_by_resolution on ticket (resolved_at, id) where resolved_at is not null;
create index ticket_stopping_class on ticket (reported_at, id) where urgency = 'stopped';
create index ticket_move_by_action on ticket_move (action, at);
create index order_by_confirmation on installation_order (confirmed_at, id) where confirmed_at is not null;
