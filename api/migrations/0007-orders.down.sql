drop table contract_entry, order_file, order_move, order_line;
alter table ledger_entry drop constraint ledger_entry_order;
drop table installation_order;
drop trigger if exists ledger_entry_hold_left on ledger_entry;
drop function require_open_hold();
do $$ begin
  for year in 2020..2060 loop
    execute format('drop sequence order_number_%s', year);
  end loop;
end $$;
