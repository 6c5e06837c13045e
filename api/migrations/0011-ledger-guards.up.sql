-- What a script could still do to the ledger around the service: post into an envelope while it is being closed, leave
-- reserved money that no order holds, or have an order take up again a hold that was resolved.

-- Waits for whoever is closing the envelope, then judges what it left.
create or replace function refuse_closed_envelope() returns trigger language plpgsql as $$
declare closing date;
begin
  select closed_on into closing from envelope where id = new.envelope_id for share;
  if closing is not null then
    raise exception 'envelope % is closed', new.envelope_id using errcode = 'PA003';
  end if;
  return new;
end $$;

-- The order is read locked, by its id alone: another transaction may be giving it this very hold.
create or replace function require_open_hold() returns trigger language plpgsql as $$
declare held uuid;
begin
  select hold_id into held from installation_order where id = new.order_id for share;
  if held = new.resolves_id then
    raise exception 'order % still holds a resolved amount', new.order_id using errcode = 'PA005';
  end if;
  return null;
end $$;

-- The order as the transaction leaves it, not as it was in between.
create function require_hold_open_in_ledger() returns trigger language plpgsql as $$
begin
  if exists (select from installation_order o join ledger_entry r on r.resolves_id = o.hold_id where o.id = new.id) then
    raise exception 'order % holds a resolved amount', new.id using errcode = 'PA005';
  end if;
  return null;
end $$;
create constraint trigger installation_order_hold_open after insert or update of hold_id on installation_order
  deferrable initially deferred for each row when (new.hold_id is not null)
  execute function require_hold_open_in_ledger();

-- Money is held by an order or given back; in between there is nothing.
create function require_hold_held(hold uuid, of_order uuid) returns void language plpgsql as $$
begin
  if not exists (select from ledger_entry where resolves_id = hold)
    and not exists (select from installation_order where id = of_order and hold_id = hold) then
    raise exception 'hold % is open and no order holds it', hold using errcode = 'PA006';
  end if;
end $$;

create function require_opened_hold_held() returns trigger language plpgsql as $$
begin
  perform require_hold_held(new.id, new.order_id);
  return null;
end $$;
create constraint trigger ledger_entry_hold_held after insert on ledger_entry
  deferrable initially deferred for each row when (new.opens_hold is not null)
  execute function require_opened_hold_held();

create function require_left_hold_resolved() returns trigger language plpgsql as $$
begin
  perform require_hold_held(old.hold_id, old.id);
  return null;
end $$;
create constraint trigger installation_order_hold_left after update of hold_id on installation_order
  deferrable initially deferred for each row when (old.hold_id is not null and old.hold_id is distinct from new.hold_id)
  execute function require_left_hold_resolved();

-- What an allocation gave, read beside its rule.
create index ledger_entry_run on ledger_entry (allocation_run_id) where allocation_run_id is not null;
