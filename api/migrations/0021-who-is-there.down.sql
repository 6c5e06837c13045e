drop function session_holds(uuid, int, date);
create function session_holds(asking uuid, at_version int) returns boolean language plpgsql stable as $$
begin
  if asking is not null and not exists (select from session where id = asking
      and (ended_at is null and version = at_version or xmin = pg_current_xact_id()::xid)) then
    raise exception 'session % has ended', asking using errcode = 'PA007';
  end if;
  return true;
end $$;
alter table installation_order drop constraint order_confirmed_by_one, drop column confirmed_by;
drop table sign_in_place, sign_in_window;
