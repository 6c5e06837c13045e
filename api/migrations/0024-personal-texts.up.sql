-- What opens a door and what a hand writes freely stand once, where they can be ended: the history says who changed them
-- and when, never what they were.
drop trigger school_history on school;
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'telephone', 'key_holder', 'alarm', 'access_note');
drop trigger installation_order_history on installation_order;
create trigger installation_order_history after insert or update or delete on installation_order
  for each row execute function record_history('contact', 'note', 'report_note');
drop trigger order_line_history on order_line;
create trigger order_line_history after insert or update or delete on order_line
  for each row execute function record_history('decision_reason', 'less_reason');
drop trigger convention_history on convention;
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history('ended_reason');

-- The copies made until now go with them. Nothing else of the history changes.
alter table history disable trigger history_append_only;
update history
   set before = before - array['access_note', 'report_note', 'decision_reason', 'less_reason', 'ended_reason'],
       after = after - array['access_note', 'report_note', 'decision_reason', 'less_reason', 'ended_reason']
 where table_name in ('school', 'installation_order', 'order_line', 'convention')
   and (before ?| array['access_note', 'report_note', 'decision_reason', 'less_reason', 'ended_reason']
     or after ?| array['access_note', 'report_note', 'decision_reason', 'less_reason', 'ended_reason']);
alter table history enable trigger history_append_only;

-- What the nightly job looks for: mails whose text stands.
create index mail_text_stands on mail (created_at) where recipient <> '';
