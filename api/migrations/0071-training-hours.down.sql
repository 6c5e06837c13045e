drop table training_certificate;
drop index training_enrolment_of_school;
drop table training_hours;

do $$ begin
  for year in 2020..2100 loop
    execute format('drop sequence training_certificate_number_%s', year);
  end loop;
end $$;
