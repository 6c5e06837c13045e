-- What opens a door and what a hand writes freely stand once, where they can be ended: the history says who changed them
-- and when, never what they were.
drop trigger school_history on school;
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'telephone', 'key_holder', 'alarm', 'access_note');
drop trigger installation_order_history on installation_order;
create trigger installation_order_history after insert or update or delete on installation_order
  for each row execute function record_history('title', 'contact', 'note', 'report_note');
drop trigger order_line_history on order_line;
create trigger order_line_history after insert or update or delete on order_line
  for each row execute function record_history('decision_reason', 'less_reason');
drop trigger convention_history on convention;
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history('title', 'ended_reason');
drop trigger directory_import_history on directory_import;
create trigger directory_import_history after insert or update or delete on directory_import
  for each row execute function record_history('progress_rows', 'progress_bytes', 'progress_at', 'file_name');

-- The copies made until now go with them. Nothing else of the history changes.
alter table history disable trigger history_append_only;
update history h
   set before = h.before - copied.names, after = h.after - copied.names
  from (values
    ('school', array['access_note']),
    ('installation_order', array['title', 'report_note']),
    ('order_line', array['decision_reason', 'less_reason']),
    ('convention', array['title', 'ended_reason']),
    ('directory_import', array['file_name'])) copied (table_name, names)
 where h.table_name = copied.table_name and (h.before ?| copied.names or h.after ?| copied.names);
alter table history enable trigger history_append_only;

-- What the nightly job looks for: mails whose text stands.
create index mail_text_stands on mail (created_at) where recipient <> '';
