drop table training_session_move;
drop table training_enrolment;
drop function training_seat_in_turn();
drop table training_guest;
drop table training_session;
drop table training_module_model;
drop table training_module;

do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence training_session_number_%s', year);
  end loop;
end $$;
