drop trigger ticket_history on ticket;
create trigger ticket_history after insert or update or delete on ticket
  for each row execute function record_history('description', 'open', 'due_at', 'next_warning_at');
drop index ticket_times_to_count;
alter table ticket drop constraint ticket_times_whole, drop column metropole_minutes,
  drop column class_minutes, drop column taken_in_time, drop column restored_in_time;

alter table setting drop column version;

create or replace function loan_late_stays_held() returns trigger language plpgsql
  as $$ declare
    local timestamp := new.state_since at time zone 'Europe/Paris';
    present int := half_day(local::date, case when local::time < '13:00' then 'morning' else 'afternoon' end);
    late loan;
    next int;
  begin
    select l.* into late from loan l
     where l.equipment_id = new.equipment_id and l.id <> new.id
       and ((l.state = 'out' and l.ends <= present) or (l.state = 'returned' and l.held_until <= present))
       for no key update;
    if late.id is null then return new; end if;
    select min(n.starts) into next from loan n
     where n.equipment_id = late.equipment_id and n.state in ('requested', 'approved') and n.starts > late.starts;
    update loan set held_until = next where id = late.id and held_until is distinct from next;
    return new;
  end $$;

-- What ended so before is given up, as a word that this table knows.
update loan set state = 'cancelled' where state = 'unfetched';
alter table loan drop constraint loan_state_check;
alter table loan add constraint loan_state_check
  check (state in ('requested', 'approved', 'refused', 'cancelled', 'out', 'returned', 'closed'));
