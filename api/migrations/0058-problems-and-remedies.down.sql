drop table remedy_move;
drop table remedy_tally;
drop table remedy_version;
drop table remedy;
drop table problem_move;
drop table problem_ticket;
drop table problem;
do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence problem_number_%s', year);
  end loop;
end $$;
