-- Whether the system may approve a basket is judged once, as it was sent, whatever becomes of its parts: what the whole came
-- to, on each order of it; null when it is a person's to judge. What waits for an answer today is left to people.
alter table installation_order add column automatic_cents bigint check (automatic_cents between 0 and 10000000000);

-- A number is put in order by what it counts, not by its letters: C-2026-99999, then C-2026-100000.
create collation by_number (provider = icu, locale = 'und-u-kn-true');

-- As many years of orders as there are years of budgets.
do $$ begin
  for year in 2061..2100 loop
    execute format('create sequence order_number_%s', year);
  end loop;
end $$;
