drop trigger ticket_cost_is_the_orders on ticket_resolution;
drop function ticket_cost_is_the_orders;
alter table ticket_resolution
  drop constraint ticket_resolution_by_its_order,
  drop constraint ticket_resolution_by_order,
  drop constraint ticket_resolution_charge,
  add constraint ticket_resolution_charge check ((charge = 'free') = (price_cents = 0) and (charge in ('school', 'reserve')) = (entry_id is not null)),
  drop constraint ticket_resolution_charge_check,
  add constraint ticket_resolution_charge_check check (charge in ('free', 'school', 'reserve', 'due')),
  drop column order_id;
alter table order_line drop column quoted;
drop index order_of_ticket;
drop index order_of_ticket_under_way;
alter table installation_order
  drop constraint order_and_its_ticket,
  drop constraint order_of_ticket_is_maintenance,
  drop column ticket_id;
