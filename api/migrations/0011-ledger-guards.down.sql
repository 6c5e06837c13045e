drop index ledger_entry_run;
drop trigger installation_order_hold_left on installation_order;
drop trigger ledger_entry_hold_held on ledger_entry;
drop trigger installation_order_hold_open on installation_order;
drop function require_left_hold_resolved();
drop function require_opened_hold_held();
drop function require_hold_held(uuid, uuid);
drop function require_hold_open_in_ledger();

create or replace function require_open_hold() returns trigger language plpgsql as $$
begin
  if exists (select from installation_order where id = new.order_id and hold_id = new.resolves_id) then
    raise exception 'order % still holds a resolved amount', new.order_id using errcode = 'PA005';
  end if;
  return null;
end $$;

create or replace function refuse_closed_envelope() returns trigger language plpgsql as $$
begin
  if exists (select from envelope where id = new.envelope_id and closed_on is not null) then
    raise exception 'envelope % is closed', new.envelope_id using errcode = 'PA003';
  end if;
  return new;
end $$;
