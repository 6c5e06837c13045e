update directory_import_change
   set applied_values = (applied_values - 'stateContract') || jsonb_build_object('contract', applied_values -> 'stateContract')
 where applied_values ? 'stateContract';

drop trigger school_history on school;
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'phone', 'key_holder', 'alarm');
alter table school rename column telephone to phone;
