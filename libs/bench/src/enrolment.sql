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
  enrolled uuid;
  told record;
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
    values (asked, session.capacity, account, own_school, next_turn, next_seat, account, at, case when next_seat is not null then at end)
    returning id into enrolled;
  insert into training_session_move (session_id, action, from_state, to_state, account_id, role, at, person_id)
    values (asked, 'enrol', session.state, session.state, account, 'school-head', at, account);

  if next_seat is not null then
    select d.title, h.name as held_at, c.email, to_char(session.starts_at at time zone 'Europe/Paris', 'TMDy DD Mon') as day into told
      from training_module d join account c on c.id = account left join school h on h.id = session.school_id where d.id = session.module_id;
    insert into mail (dedupe, recipient, subject, body, created_at, next_try_at, calendar)
      select 'training-placed:' || enrolled || ':' || account, told.email, 'Formation ' || session.number || ' : vous avez une place',
             concat_ws(E'\n\n', 'Bonjour,', 'Vous êtes inscrit à « ' || told.title || ' » le ' || told.day || '.',
               'S’inscrire n’est pas être convoqué : c’est l’inspection qui convoque et qui dit si les heures comptent.',
               'http://localhost/formations/' || session.id, 'Ce message est automatique : personne ne lit les réponses.'),
             at, at,
             concat_ws(E'\r\n', 'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//FR', 'METHOD:REQUEST',
               (select string_agg(concat_ws(E'\r\n', 'BEGIN:VEVENT', 'UID:' || session.id, 'SEQUENCE:' || session.version,
                  'DTSTART:' || to_char(e.starts_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'),
                  'DTEND:' || to_char(e.ends_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'), 'SUMMARY:' || told.title,
                  'LOCATION:' || told.held_at, 'ATTENDEE:mailto:', 'END:VEVENT'), E'\r\n' order by e.starts_at)
                  from training_date e where e.session_id = session.id), 'END:VCALENDAR', '')
      on conflict (dedupe) do nothing;
  end if;

  answer := json_build_object('id', session.id, 'number', session.number, 'version', session.version, 'state', session.state)::text;
  update idempotency_key k set response = answer where k.account_id = account and k.route = path and k.key = repeat_key;
  return answer;
end $$;
