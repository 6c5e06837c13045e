-- What a request wrote is kept only while its session holds: one that was ended meanwhile, by somebody else, ends the
-- transaction. A person who ends their own session in it (their own role, say) has asked for that.
create function session_holds(asking uuid, at_version int) returns boolean language plpgsql stable as $$
begin
  if asking is not null and not exists (select from session where id = asking
      and (ended_at is null and version = at_version or xmin = pg_current_xact_id()::xid)) then
    raise exception 'session % has ended', asking using errcode = 'PA007';
  end if;
  return true;
end $$;
