-- Before the work, an order has a date only in a state whose appointment stands: what is to plan is nobody's round.
alter table installation_order add constraint order_date_is_appointment
  check (state not in ('draft', 'submitted', 'approved') or (planned_from is null and planned_to is null));
