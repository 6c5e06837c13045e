drop table loan_device;
drop table loan_check;
drop table loan_move;
drop table loan;
drop function loan_late_stays_held();
drop table loan_kit;
drop function half_day(date, text);
do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence loan_number_%s', year);
  end loop;
end $$;
