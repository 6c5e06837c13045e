drop index mail_text_stands;
drop trigger directory_import_history on directory_import;
create trigger directory_import_history after insert or update or delete on directory_import
  for each row execute function record_history('progress_rows', 'progress_bytes', 'progress_at');
drop trigger convention_history on convention;
create trigger convention_history after insert or update or delete on convention
  for each row execute function record_history();
drop trigger order_line_history on order_line;
create trigger order_line_history after insert or update or delete on order_line
  for each row execute function record_history();
drop trigger installation_order_history on installation_order;
create trigger installation_order_history after insert or update or delete on installation_order
  for each row execute function record_history('contact', 'note');
drop trigger school_history on school;
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'telephone', 'key_holder', 'alarm');
