-- The turn of whoever asks now, and the lowest place that is free where nobody waits, else none. The session is locked first and what
-- others have written meanwhile is read after: volatile, so that each of its statements looks anew, even within one statement of a caller's.
create function training_next_place(asked uuid, out turn int, out seat int) language plpgsql volatile as $$
declare
  places int;
begin
  select t.capacity into places from training_session t where t.id = asked for no key update;
  select coalesce(max(n.turn), 0) + 1 into turn from training_enrolment n where n.session_id = asked;
  if not exists (select from training_enrolment n where n.session_id = asked and n.left_at is null and n.seat is null) then
    select min(place) into seat from generate_series(1, places) place
     where not exists (select from training_enrolment n where n.session_id = asked and n.seat = place);
  end if;
end $$;
