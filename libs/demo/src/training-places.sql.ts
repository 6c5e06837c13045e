import { TRAININGS, TRAININGS_ATTENDED, TRAININGS_COUNTED } from '@parc/domain';
import { instant } from './fleet-at-large.sql.js';
import { TRAINING_MODULES } from './training-modules.js';
import { drawn, isIn, nextWorkday, workday } from './training-slots.sql.js';

/** Schools without circonscription that every other session invites by name. */
export const INVITED = `s.h % 2 = 0 and ${drawn("p.school || ' ' || s.k")} % 3 > 0`;
/** The school of the sign-in page has a screen that waits for this one. */
const LEFT_OUT = `(s.opening and p.shy) or (s.n = 1 and p.own_school)`;

/** How many come to those of the sign-in page's people, whoever else they would choose. */
const OF_KEY = `case s.key when 'full' then 11 when 'to-enrol' then 6 when 'past' then 10 else 8 end`;
const OWN_KEYS = `('past', 'enrolled')`;

/**
 * Who comes to which: each a few a school year, each module once, first what opens a device that waits at their school; some
 * sessions are asked for more than others.
 */
const PICKED = `create temporary table training_picked on commit drop as
  with fit as (
    select p.person, s.k, s.school_year, s.n, p.h, s.opening and p.waits as wanted, ${drawn("p.person || ' ' || s.k")} * case when (s.h >> 14) % 12 = 0 then 4 else 6 + (s.h >> 18) % 2 end as choice
      from training_person p join training_slot s on s.circle = p.circle and s.phase <> 'proposed' and s.key is null
     where p.from_day <= s.opened_on and p.to_day > s.last_day and not (${LEFT_OUT}) and (not p.guest or ${INVITED})
  ), once as (
    select distinct on (person, n) * from fit order by person, n, choice
  ), ranked as (
    select *, row_number() over (partition by person, school_year order by wanted desc, choice) as place from once
  ), of_own as (
    select p.person, s.k, row_number() over (partition by s.k order by p.own desc, ${drawn('p.person || s.key')}) as place, ${OF_KEY} as of
      from training_person p join training_slot s on s.circle = p.circle and s.key is not null and s.phase <> 'proposed'
     where p.to_day = 'infinity' and p.from_day <= s.opened_on and not p.guest and not (${LEFT_OUT}) and (not p.own or s.key in ${OWN_KEYS})
  )
  select person, k from ranked where place <= 2 + h % 4
  union select person, k from of_own where place <= of`;

/** In the order in which they asked, with who left, who waits, and who has which seat. */
const ENROLLED = `create temporary table training_enrolled on commit drop as
  with asked as (
    select x.k, p.person, p.school, p.own, s.capacity, s.until, ${drawn("x.person || 'asks' || x.k")} as h,
           s.opened_on + 1 + ${drawn("x.person || 'on' || x.k")} % greatest(s.until - s.opened_on, 1) as day,
           case when p.role = 'school-head' then 'school-head' when p.head is not null and p.head <> p.person and ${drawn("p.person || 'by' || x.k")} % 5 = 0 then 'head' else 'teacher' end as by,
           p.head
      from training_picked x join training_person p using (person) join training_slot s using (k)
  ), timed as (
    select a.*, ${instant('a.day', '12:10')} + make_interval(mins => a.h % 560) as at, a.h % 25 = 0 and a.day < a.until and not a.own as leaves from asked a
  ), turned as (
    select t.*, row_number() over (partition by k order by at, person)::int as turn from timed t
  ), placed as (
    select t.*, case when not leaves then row_number() over (partition by k, leaves order by turn)::int end as place,
           case when leaves then at + interval '22 hours' end as left_at from turned t
  )
  select p.*, row_number() over (order by k, turn)::int as n, case when place <= capacity then place end as seat,
         case when place <= capacity then case when turn <= capacity then at else greatest(at, max(left_at) over (partition by k)) end end as seated_at,
         case by when 'head' then head else person end as enrolled_by, case by when 'teacher' then 'teacher' else 'school-head' end as role,
         h % 100 >= 9 or own as came
    from placed p`;

const UNCERTAIN = isIn('j.state', [TRAININGS.initial, ...TRAININGS.statesFrom('confirm')]);
const HELD = isIn('j.state', TRAININGS_ATTENDED);
const CLOSED = isIn('j.state', TRAININGS_COUNTED);

/** How each stands on the demonstration's morning, and when it came to that. Each side agrees, one of them first. */
const TOLD = `create temporary table training_told on commit drop as
  with counted as (
    select s.*, greatest(3, s.capacity / 4) as minimum, coalesce(e.seated, 0) as seated,
           ${nextWorkday('(s.last_day + 1 + (s.h >> 7) % 3)')} as closed_on, s.h % 2 = 0 as metropole_first, (s.h >> 1) % 2 = 0 as metropole_proposes
      from training_slot s left join (select k, count(seat) as seated from training_enrolled group by k) e using (k)
  ), judged as (
    select c.*, case
        when phase = 'proposed' then 'proposed' when key = 'to-close' then 'held'
        when phase = 'past' and key is null and (seated < minimum or h % 19 = 0) then 'cancelled'
        when phase = 'past' and closed_on < $1::date then 'closed' when phase = 'past' then 'held'
        when phase = 'soon' and seated >= minimum then 'confirmed' else 'open' end as state,
        case when phase <> 'proposed' then 'both' when key = 'inspector' or (key is null and h % 3 = 0) then 'metropole'
             when key = 'manager' or (key is null and h % 3 = 1) then 'inspection' else 'none' end as agrees
      from counted c
  ), stated as (
    select j.*, j.seated >= j.minimum and not ${UNCERTAIN} as is_confirmed,
           ${CLOSED} as is_closed, j.postponed and ${CLOSED} as is_postponed, ${HELD} or ${CLOSED} as is_held,
           ${isIn(
             'j.state',
             TRAININGS.moves.filter(({ action }) => action === 'cancel').map(({ next }) => next),
           )} as is_cancelled,
           ${CLOSED} or (${HELD} and (j.key is not null or j.h % 2 = 0)) as is_recorded
      from judged j
  )
  select t.*, ${instant('t.proposed_on', '10:12')} as proposed_at, ${instant('t.agreed_on', '14:40')} as agreed_at, ${instant('t.opened_on', '09:25')} as opened_at,
         ${instant(workday('(t.on_day - 24)'), '15:05')} as postponed_at, ${instant(workday('(t.on_day - 21)'), '10:20')} as agreed_again_at,
         ${instant(workday('(t.on_day - 18)'), '16:10')} as opened_again_at, ${instant('t.confirmed_on', '11:10')} as confirmed_at,
         case when t.is_confirmed then ${instant(workday('(t.on_day - 4)'), '16:20')} else ${instant('t.confirmed_on', '16:20')} end as cancelled_at,
         t.ends_at + interval '5 minutes' as held_at, t.ends_at + interval '10 minutes' as recorded_at, ${instant('t.closed_on', '17:40')} as closed_at
    from stated t`;

const HALVES = TRAINING_MODULES.flatMap(({ halves = [] }, n) =>
  halves.map(([after, from, to], place) => `(${n + 1}, ${place + 1}, ${after}, time '${from}', time '${to}')`),
);
const on = (day: string, time: string): string => `(${day} + ${time}) at time zone 'Europe/Paris'`;

/** The half-days of each: those of its module, else one. */
const HALF_DAYS = `create temporary table training_half on commit drop as
  select s.k, h.n, ${on('(s.on_day + h.after)', 'h.starts')} as starts_at, ${on('(s.on_day + h.after)', 'h.ends')} as ends_at
    from training_slot s join (values ${HALVES.join(', ')}) h(module, n, after, starts, ends) on h.module = s.n
  union all select k, 1, starts_at, ends_at from training_slot where days is null`;

/** Sessions of one half-day, at the end of which its trainer showed a code: most of those who came typed it. */
const CODED = `t.days is null and t.is_closed and (t.h >> 6) % 5 = 0`;

/** Who came to which half-day, where that was said: most to all. */
const CAME = `create temporary table training_came on commit drop as
  select e.n, e.k, h.n as half, e.came and (h.n = 1 or e.own or ${drawn("e.person || ' ' || h.k || ' ' || h.n")} % 100 >= 5) as came,
         h.ends_at + interval '10 minutes' as at, extract(epoch from h.ends_at - h.starts_at)::int / 60 as minutes,
         e.came and ${CODED} and ${drawn("e.person || ' code ' || h.k")} % 4 > 0 as by_code
    from training_enrolled e join training_told t using (k) join training_half h using (k) where t.is_recorded and e.seat is not null`;

/** Every statement is given the demonstration's day, $1, where it names it. */
export const TRAININGS_TAKEN: readonly string[] = [
  ...[PICKED, ENROLLED, TOLD, HALF_DAYS, CAME],
  // What follows is planned on what has just come.
  'analyze training_person, training_enrolled, training_told, training_half, training_came',
];
