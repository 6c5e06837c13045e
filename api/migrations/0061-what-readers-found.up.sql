-- What was granted and never fetched ends, and frees no late kit before it is back (rules.md 14).

alter table loan drop constraint loan_state_check;
alter table loan add constraint loan_state_check
  check (state in ('requested', 'approved', 'refused', 'cancelled', 'unfetched', 'out', 'returned', 'closed'));

-- As before, but for one thing: a promise that is over is none. Where one stands still, the late one cannot be held beyond it, and
-- what is written now is refused as taken: whoever writes ends it first.
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
     where n.equipment_id = late.equipment_id and n.state in ('requested', 'approved') and n.starts > late.starts and n.ends > present;
    update loan set held_until = next where id = late.id and held_until is distinct from next;
    return new;
  end $$;

-- A setting that is corrected on its day has another version: who has seen the one before writes over nobody.
alter table setting add column version int not null default 1;

-- What the clocks of a repaired breakdown have counted, kept so that counts of many ask for no history; null while it is not
-- repaired, and of what was repaired before until the house has counted it.
alter table ticket
  add column metropole_minutes int check (metropole_minutes >= 0),
  add column class_minutes int check (class_minutes >= 0),
  add column taken_in_time boolean,
  add column restored_in_time boolean,
  add constraint ticket_times_whole check (num_nulls(metropole_minutes, class_minutes, taken_in_time, restored_in_time) in (0, 4));
create index ticket_times_to_count on ticket (reported_at) where resolved_at is not null and metropole_minutes is null;
drop trigger ticket_history on ticket;
create trigger ticket_history after insert or update or delete on ticket for each row execute function record_history(
  'description', 'open', 'due_at', 'next_warning_at', 'metropole_minutes', 'class_minutes', 'taken_in_time', 'restored_in_time');
