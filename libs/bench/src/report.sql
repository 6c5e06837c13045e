-- The other side of `ticket report`: the whole transaction of a report as one hand-written function, on the same tables with the
-- same constraints and triggers. Of a whole school; when it falls due is counted day by day, as the clocks do, at the standard hours
-- and targets of a plan that has set none. The bench compares what both have written.

create schema if not exists bench;

-- A school's people are there in the half-days of the week that it keeps on the day.
create function bench.taught(place uuid, counted date, half text) returns boolean language sql stable as $$
  select coalesce((select o.hours -> lower(to_char(counted, 'Dy')) ->> half is not null from school_opening_hours o
    where o.school_id = place and o.from_day <= counted order by o.from_day desc limit 1), extract(isodow from counted) <> 3)
$$;

create function bench.due(place school, reported timestamptz, target int) returns timestamptz language plpgsql stable as $$
declare
  starts constant timestamptz := date_trunc('minute', reported);
  left_over int := target;
  counted date := (starts at time zone 'Europe/Paris')::date;
  span record;
  begins timestamptz;
begin
  for passed in 0..800 loop
    if extract(isodow from counted) < 6 and not exists (select from public_holiday h where h.day = counted)
       and not (place.presence_needed and (
         exists (select from school_holiday h where h.zone = 'A' and counted between h.from_day and h.to_day)
         or exists (select from school_bridge_day h where h.zone = 'A' and h.day = counted and h.is_holiday))) then
      for span in select (counted + opens) at time zone 'Europe/Paris' as opens, (counted + closes) at time zone 'Europe/Paris' as closes
          from (values (time '08:00', time '12:00', 'morning'), (time '13:30', time '17:30', 'afternoon')) v(opens, closes, half)
         where not place.presence_needed or bench.taught(place.id, counted, v.half) loop
        begins := greatest(span.opens, starts);
        if begins >= span.closes then continue; end if;
        if extract(epoch from span.closes - begins) / 60 >= left_over then return begins + make_interval(mins => left_over); end if;
        left_over := left_over - (extract(epoch from span.closes - begins) / 60)::int;
      end loop;
    end if;
    counted := counted + 1;
  end loop;
  return null;
end $$;

create function bench.report(account uuid, head_school uuid, path text, repeat_key text, hash text, at timestamptz)
returns text language plpgsql as $$
declare
  kept idempotency_key;
  place school;
  made ticket;
  answer text;
begin
  perform set_config('parc.actor', account::text, true);
  insert into idempotency_key (account_id, route, key, body_hash, status) values (account, path, repeat_key, hash, 0)
    on conflict do nothing;
  if not found then
    select * into kept from idempotency_key k where k.account_id = account and k.route = path and k.key = repeat_key;
    if kept.body_hash <> hash then raise exception 'idempotency.other-body'; end if;
    return kept.response;
  end if;
  select * into place from school s where s.id = head_school;
  if not found then raise exception 'object.not-found'; end if;

  insert into ticket (number, school_id, subject, symptom, impact, urgency, priority, state, state_since, reported_by, reported_at, due_at,
      next_warning_at)
    values (format('T-%s-%s', extract(year from at), to_char(nextval('ticket_number_' || extract(year from at)), 'FM9999999999900000')),
      head_school, 'school', 'outage', 'class', 'otherwise', 'P2', 'new', at, account, at, bench.due(place, at, 960), bench.due(place, at, 360))
    returning * into made;
  insert into ticket_move (ticket_id, action, to_state, account_id, role, at, priority, presence)
    values (made.id, 'report', 'new', account, 'school-head', at, 'P2', place.presence_needed);

  answer := json_build_object('id', made.id, 'version', 1, 'state', 'new', 'number', made.number)::text;
  update idempotency_key k set response = answer where k.account_id = account and k.route = path and k.key = repeat_key;
  return answer;
end $$;
