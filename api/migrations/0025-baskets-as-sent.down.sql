do $$ begin
  for year in 2061..2100 loop
    execute format('drop sequence order_number_%s', year);
  end loop;
end $$;
drop collation by_number;
alter table installation_order drop column automatic_cents;
