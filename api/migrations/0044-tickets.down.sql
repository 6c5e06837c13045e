drop table ticket_resolution;
drop index ledger_entry_ticket;
alter table ledger_entry drop constraint ledger_entry_of_ticket;
drop table ticket_comment;
drop table ticket_reporter;
drop table ticket_move;
drop table ticket;
do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence ticket_number_%s', year);
  end loop;
end $$;
