drop index ticket_of_school_by_change;
drop table visit_file;
drop table visit_photo_slot;
drop table visit_remark;
drop table visit_move;
drop table visit_device;
drop table visit_part;
drop table visit;

do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence visit_number_%s', year);
  end loop;
end $$;
