-- What a repair is charged holds whoever writes; a ticket’s warnings are told once; its copies follow the calendars (rules.md 13). What
-- was made ready for a school is so for as long as it is there (rules.md 12).

-- A charge is the price of its own ticket, spent from the maintenance envelope of its school, or of the plan's reserve.
create function ticket_charge_of_its_own() returns trigger language plpgsql
  as $$ begin
    if not exists (
        select from ledger_entry l join envelope e on e.id = l.envelope_id join ticket t on t.id = new.ticket_id
         where l.id = new.entry_id and l.ticket_id = new.ticket_id and l.kind = 'expense' and l.spent_change = new.price_cents
           and e.kind = 'maintenance' and e.school_id is not distinct from case new.charge when 'school' then t.school_id end) then
      raise exception 'entry % is not what resolution % cost', new.entry_id, new.id
        using errcode = 'check_violation', table = 'ticket_resolution', constraint = 'ticket_charge_of_its_own';
    end if;
    return null;
  end $$;
create constraint trigger ticket_charge_of_its_own after insert or update on ticket_resolution
  for each row when (new.entry_id is not null) execute function ticket_charge_of_its_own();

-- A resolution stays as it was written, but for words that are taken out; what is due is charged once.
create function ticket_resolution_stays() returns trigger language plpgsql
  as $$ declare
    free constant text[] := '{note,parts,charge,entry_id,version}';
  begin
    if tg_op = 'DELETE' or to_jsonb(old) - free <> to_jsonb(new) - free
       or (old.charge <> 'due' and (old.charge, old.entry_id) is distinct from (new.charge, new.entry_id)) then
      raise exception 'a resolution stays, and is charged once' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
create trigger ticket_resolution_stays before update or delete on ticket_resolution
  for each row execute function ticket_resolution_stays();
create trigger ticket_resolution_no_truncate before truncate on ticket_resolution
  for each statement execute function refuse_change();

-- Each threshold of each clock, told once.
create table ticket_warning (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  clock text not null check (clock in ('take-up', 'metropole', 'class')),
  percent int not null check (percent in (75, 100)),
  at timestamptz not null,
  constraint ticket_warning_once unique (ticket_id, clock, percent)
);
create trigger ticket_warning_append_only before update or delete on ticket_warning
  for each row execute function refuse_change();
create trigger ticket_warning_no_truncate before truncate on ticket_warning
  for each statement execute function refuse_change();

-- The mark with which the copies of open tickets were last written; null: not yet.
alter table calendar_mark add column copied uuid;

-- What was made ready for a school and leaves the shelf another way waits for it no longer. Judged at the end: what a delivery places
-- has its outcome by then.
create function dotation_device_let_go() returns trigger language plpgsql
  as $$ begin
    update dotation_device set outcome = 'released' where equipment_id = new.id and outcome is null;
    return null;
  end $$;
create constraint trigger dotation_device_let_go after update of state on equipment deferrable initially deferred
  for each row when (old.state = 'in-stock' and new.state <> 'in-stock') execute function dotation_device_let_go();
update dotation_device v set outcome = 'released' from equipment e where e.id = v.equipment_id and v.outcome is null and e.state <> 'in-stock';
