-- The other side of `enrolment`: the whole transaction of somebody who enrols themselves as one hand-written function, on the same
-- tables with the same constraints and triggers. The bench compares what both have written.

create schema if not exists bench;

create function bench.enrol(account uuid, own_school uuid, asked uuid, path text, repeat_key text, hash text, at timestamptz)
returns text language plpgsql as $$
declare
  kept idempotency_key;
  place school;
  session training_session;
  next_turn int;
  next_seat int;
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
  select * into place from school s where s.id = own_school;
  select * into session from training_session t where t.id = asked for no key update;
  if session.id is null or not (session.circonscription_id = place.circonscription_id
      or exists (select from training_guest g where g.session_id = asked and g.school_id = own_school)) then
    raise exception 'object.not-found';
  end if;
  if session.state not in ('open', 'confirmed') then raise exception 'training.state'; end if;
  if session.starts_at <= at then raise exception 'training.begun'; end if;
  if not exists (select from assignment a join account c on c.id = a.account_id and c.active
      where a.account_id = account and a.school_id = own_school and a.role in ('school-head', 'teacher')
        and a.from_day <= at::date and (a.to_day is null or a.to_day > at::date)) then
    raise exception 'training.person-unknown';
  end if;
  if exists (select from training_enrolment n where n.session_id = asked and n.account_id = account and n.left_at is null) then
    raise exception 'training.enrolled-already';
  end if;

  select coalesce(max(n.turn), 0) + 1 into next_turn from training_enrolment n where n.session_id = asked;
  if not exists (select from training_enrolment n where n.session_id = asked and n.left_at is null and n.seat is null) then
    select min(p) into next_seat from generate_series(1, session.capacity) p
     where not exists (select from training_enrolment n where n.session_id = asked and n.seat = p);
  end if;
  insert into training_enrolment (session_id, capacity, account_id, school_id, turn, seat, enrolled_by, enrolled_at, seated_at)
    values (asked, session.capacity, account, own_school, next_turn, next_seat, account, at, case when next_seat is not null then at end);
  insert into training_session_move (session_id, action, from_state, to_state, account_id, role, at, person_id)
    values (asked, 'enrol', session.state, session.state, account, 'school-head', at, account);

  answer := json_build_object('id', session.id, 'number', session.number, 'version', session.version, 'state', session.state)::text;
  update idempotency_key k set response = answer where k.account_id = account and k.route = path and k.key = repeat_key;
  return answer;
end $$;
