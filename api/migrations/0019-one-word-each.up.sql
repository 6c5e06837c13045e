-- A school's telephone and its contract with the State have one name each, here as in the national directory's reader.

alter table school rename column phone to telephone;
drop trigger school_history on school;
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'telephone', 'key_holder', 'alarm');

-- What a file that is read and not yet applied would write keeps its meaning.
update directory_import_change
   set applied_values = (applied_values - 'contract') || jsonb_build_object('stateContract', applied_values -> 'contract')
 where applied_values ? 'contract';
