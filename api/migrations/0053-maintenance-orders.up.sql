-- A quote on a ticket becomes a maintenance order: the same states and the same money as any order, from the maintenance envelope
-- (rules.md 8 and 13). What an order pays for is charged to no ticket besides.

alter table installation_order
  add column ticket_id uuid references ticket,
  add constraint order_of_ticket_is_maintenance check ((ticket_id is null) = (kind = 'installation')),
  -- Who names an order of a ticket names both.
  add constraint order_and_its_ticket unique (id, ticket_id);
-- One quote at a time: another is made once this one is over, whichever way.
create unique index order_of_ticket_under_way on installation_order (ticket_id)
  where ticket_id is not null and state in ('draft', 'submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed');
create index order_of_ticket on installation_order (ticket_id) where ticket_id is not null;

-- Its price is that of a quote, not the catalogue's of the day.
alter table order_line add column quoted boolean not null default false;

alter table ticket_resolution
  add column order_id uuid,
  drop constraint ticket_resolution_charge_check,
  add constraint ticket_resolution_charge_check check (charge in ('free', 'school', 'reserve', 'due', 'order')),
  drop constraint ticket_resolution_charge,
  add constraint ticket_resolution_charge check (
    (charge in ('free', 'order')) = (price_cents = 0) and (charge in ('school', 'reserve')) = (entry_id is not null)),
  add constraint ticket_resolution_by_order check ((charge = 'order') = (order_id is not null)),
  add constraint ticket_resolution_by_its_order foreign key (order_id, ticket_id) references installation_order (id, ticket_id);
create index ticket_resolution_order on ticket_resolution (order_id) where order_id is not null;

-- While an order of the ticket is under way its cost is the order's.
create function ticket_cost_is_the_orders() returns trigger language plpgsql
  as $$ begin
    if exists (select from installation_order o where o.ticket_id = new.ticket_id
        and o.state in ('draft', 'submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed')) then
      raise exception 'what ticket % costs is its order’s', new.ticket_id
        using errcode = 'check_violation', table = 'ticket_resolution', constraint = 'ticket_cost_is_the_orders';
    end if;
    return null;
  end $$;
create constraint trigger ticket_cost_is_the_orders after insert on ticket_resolution
  for each row when (new.price_cents > 0) execute function ticket_cost_is_the_orders();
