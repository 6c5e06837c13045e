import { EQUIPMENT, SCHOOL_ROLES, TRAININGS_COUNTED } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { TRAINING_MODULES } from './training-modules.js';
import { INVITED } from './training-places.sql.js';
import { isIn } from './training-slots.sql.js';

const RELEASED = EQUIPMENT.moves.find(({ action }) => action === 'release')!;
export const FIRST = instant(`date '2023-01-11'`, '09:00');
export const SESSION = (k: string): string => identified(FIRST, '101', k);
export const ENROLMENT = (n: string): string => identified(FIRST, '102', n);

/** Of one side: when it agreed to the date that stands. */
const agreedAt = (side: 'metropole' | 'inspection'): string => {
  const first = side === 'metropole' ? 't.metropole_first' : 'not t.metropole_first';
  return `case when t.agrees = 'both' then case when t.is_postponed then case when ${first} then t.agreed_again_at else t.opened_again_at end
      when ${first} then t.agreed_at else t.opened_at end when t.agrees = '${side}' then t.agreed_at end`;
};

/** Of the kind that a session has, the others null: most in a school, courses of the plan in a centre, some of the short ones from afar. */
const PLACE_KIND = `case when t.days is not null then 'centre' when t.minutes <= 120 and not t.opening and (t.h >> 9) % 4 = 0 then 'remote' else 'school' end`;
const CENTRE = `(array['Atelier Canopé, Saint-Étienne', 'Maison du numérique, Saint-Chamond', 'Salle de l’inspection, Firminy'])[1 + t.h % 3]`;

/** Of the modules that are for some cycles. */
const CYCLES = `case t.n ${TRAINING_MODULES.map(({ cycles = [] }, place) => `when ${place + 1} then array[${cycles.map((cycle) => `'${cycle}'`).join(', ')}]::text[]`).join(' ')} end`;

/** Some of those that show how a thing is used are held by somebody of its maker; a trainer of the circonscription says who came. */
const OF_MAKER = `t.key is null and t.opening and t.minutes <= 120 and (t.h >> 5) % 6 = 0`;
const TRAINER = `case when not (${OF_MAKER}) then t.trainer end`;
const outside = (words: keyof typeof MAKERS): string =>
  `case when ${OF_MAKER} then (array[${MAKERS[words].map((word) => `'${word}'`).join(', ')}])[t.n] end`;
/** By module: the screens' maker, and the robots'. */
const MAKERS = {
  names: ['Inès Faure', 'Paul Lenoir'],
  firms: ['Ardoise interactive', 'Robots du Forez'],
};

const SESSIONS = `insert into training_session (id, number, module_id, circonscription_id, place_kind, school_id, place_name, remote_link, trainer_id, outside_trainer, outside_firm, starts_at, ends_at,
    cycles, capacity, minimum, state, state_since, proposed_by, proposed_at, metropole_agreed_at, inspection_agreed_at, version)
  select ${SESSION('t.k')}, 'F-' || t.year || '-' || lpad((row_number() over (partition by t.year order by t.proposed_at, t.k))::text, 5, '0'), t.module, t.circle,
         t.place_kind, case t.place_kind when 'school' then t.school end, case t.place_kind when 'centre' then ${CENTRE} end,
         case t.place_kind when 'remote' then 'https://visio.demonstration.example/' || substr(md5('visio ' || t.k), 1, 12) end,
         ${TRAINER}, ${outside('names')}, ${outside('firms')}, t.starts_at, t.ends_at, ${CYCLES}, t.capacity, t.minimum, t.state,
         case when t.is_closed then t.closed_at when t.is_held then t.held_at when t.is_cancelled then t.cancelled_at when t.is_confirmed then t.confirmed_at
           when t.agrees = 'both' then t.opened_at else t.proposed_at end,
         case when t.metropole_proposes then t.manager else t.inspector end, t.proposed_at, ${agreedAt('metropole')}, ${agreedAt('inspection')},
         1 + case t.agrees when 'both' then 2 when 'none' then 0 else 1 end + t.is_postponed::int * 3 + t.is_confirmed::int + t.is_cancelled::int
           + t.is_held::int + t.is_closed::int
    from (select t.*, extract(year from t.proposed_at at time zone 'Europe/Paris') as year, ${PLACE_KIND} as place_kind from training_told t) t order by t.k`;

/** Its half-days: those of its module, else one. */
const DATES = `insert into training_date (id, session_id, trainer_id, state, starts_at, ends_at)
  select ${identified(FIRST, '103', 'h.k * 10 + h.n')}, ${SESSION('h.k')}, ${TRAINER}, t.state, h.starts_at, h.ends_at
    from training_half h join training_told t using (k) order by h.k, h.n`;

const GUESTS = `insert into training_guest (session_id, school_id)
  select ${SESSION('s.k')}, p.school from training_told s
    join (select distinct school, circle from training_person where guest) p on p.circle = s.circle and ${INVITED} order by s.k, p.school`;

const ENROLMENTS = `insert into training_enrolment (id, session_id, capacity, account_id, school_id, turn, seat, enrolled_by, enrolled_at, seated_at, left_at,
    asked_at, present, recorded_by, recorded_at)
  select ${ENROLMENT('e.n')}, ${SESSION('e.k')}, t.capacity, e.person, e.school, e.turn, e.seat, e.enrolled_by, e.at, e.seated_at, e.left_at,
         case when t.is_postponed and e.at < t.postponed_at and (e.left_at is null or e.left_at > t.postponed_at) then t.postponed_at end,
         c.came, case when c.by_code then e.person when c.came is not null then t.trainer end, case when c.came is not null then t.recorded_at end
    from training_enrolled e join training_told t using (k) left join (select n, bool_and(came) as came, bool_or(by_code) as by_code from training_came group by n) c on c.n = e.n order by e.n`;

/** What a session goes through, in order: \`when\` it does, at which instant, signed by whom. */
interface Step {
  action: string;
  when: string;
  from: string;
  to: string;
  at: string;
  by: 'proposer' | 'first' | 'second' | 'inspection' | 'trainer';
  reason?: string;
}

const POSTPONED = `(array['La salle est prise ce jour-là.', 'Le formateur est en arrêt.', 'Deux écoles ont une sortie ce jour-là.'])[1 + t.h % 3]`;
const CANCELLED = `case when t.is_confirmed then 'Le formateur est en arrêt.' else 'Pas assez d’inscrits.' end`;

// prettier-ignore
const STEPS: readonly Step[] = [
  { action: 'propose', when: 'true', from: 'null', to: `'proposed'`, at: 't.proposed_at', by: 'proposer' },
  { action: 'agree', when: `t.agrees <> 'none'`, from: `'proposed'`, to: `'proposed'`, at: 't.agreed_at', by: 'first' },
  { action: 'agree', when: `t.agrees = 'both'`, from: `'proposed'`, to: `'open'`, at: 't.opened_at', by: 'second' },
  { action: 'postpone', when: 't.is_postponed', from: `'open'`, to: `'open'`, at: 't.postponed_at', by: 'inspection', reason: POSTPONED },
  { action: 'agree', when: 't.is_postponed', from: `'open'`, to: `'open'`, at: 't.agreed_again_at', by: 'first' },
  { action: 'agree', when: 't.is_postponed', from: `'open'`, to: `'open'`, at: 't.opened_again_at', by: 'second' },
  { action: 'confirm', when: 't.is_confirmed', from: `'open'`, to: `'confirmed'`, at: 't.confirmed_at', by: 'inspection' },
  { action: 'cancel', when: 't.is_cancelled', from: `case when t.is_confirmed then 'confirmed' else 'open' end`, to: `'cancelled'`, at: 't.cancelled_at',
    by: 'inspection', reason: CANCELLED },
  { action: 'hold', when: 't.is_held', from: `'confirmed'`, to: `'held'`, at: 't.held_at', by: 'trainer' },
  { action: 'close', when: 't.is_closed', from: `'held'`, to: `'closed'`, at: 't.closed_at', by: 'trainer' },
];

/** Whether the metropole signs it; else the inspection. */
const BY_METROPOLE: Record<Step['by'], string> = {
  proposer: 't.metropole_proposes',
  // Of what waits for one side, the other has agreed.
  first: `case t.agrees when 'both' then t.metropole_first else t.agrees = 'metropole' end`,
  second: 'not t.metropole_first',
  inspection: 'false',
  trainer: 'false',
};
const signedBy = ({ by }: Step): string =>
  by === 'trainer'
    ? `t.trainer, 'digital-trainer'`
    : `case when ${BY_METROPOLE[by]} then t.manager else t.inspector end, case when ${BY_METROPOLE[by]} then 'plan-manager' else 'inspector' end`;

const told = (step: Step, place: number): string =>
  `select t.k, ${place}, '${step.action}', ${step.from}, ${step.to}, ${signedBy(step)}, ${step.at}, ${step.reason ?? 'null'},
      null::uuid, ${step.action === 'postpone' ? `t.starts_at - interval '14 days'` : 'null::timestamptz'}
    from training_told t where ${step.when}`;

const MOVES = `insert into training_session_move (id, session_id, action, from_state, to_state, account_id, role, at, reason, person_id, was_at)
  select ${identified('m.at', '110 + m.step', 'm.n')}, ${SESSION('m.k')}, m.action, m.from_state, m.to_state, m.account_id, m.role, m.at, m.reason, m.person, m.was_at
    from (
      select k, step, k as n, action, from_state, to_state, account_id, role, at, reason, person, was_at
        from (${STEPS.map(told).join(' union all ')}) s(k, step, action, from_state, to_state, account_id, role, at, reason, person, was_at)
      union all select e.k, 20, e.n, 'enrol', 'open', 'open', e.enrolled_by, e.role, e.at, null, e.person, null from training_enrolled e
      union all select e.k, 21, e.n, 'leave', 'open', 'open', e.enrolled_by, e.role, e.left_at, null, e.person, null from training_enrolled e where e.left_at is not null
    ) m order by m.at, m.k, m.n`;

/** The next number of each year follows the last. */
const NUMBERS = `select setval(('training_session_number_' || year)::regclass, count) from (
    select split_part(number, '-', 2) as year, count(*) from training_session group by 1) given`;

export const TRAININGS: readonly string[] = [SESSIONS, DATES, GUESTS, ENROLMENTS, MOVES, NUMBERS];

/**
 * What waits for a training that somebody of its school came to goes into service: once the session was closed, or once it was
 * placed where somebody had come before. Whoever had left by then counts no more.
 */
export const DEVICES_RELEASED: readonly string[] = [
  `create temporary table training_released on commit drop as
   select e.id, e.state, e.room_id, e.school_id, min(x.at) as at, row_number() over (order by e.tag)::int as n
     from equipment e
     join training_module_model m on m.model_id = e.model_id
     join training_session t on t.module_id = m.module_id and ${isIn('t.state', TRAININGS_COUNTED)}
     join training_enrolment r on r.session_id = t.id and r.present
     cross join lateral (select greatest(t.state_since, e.state_since + interval '1 second') as at) x
     join assignment a on a.account_id = r.account_id and a.school_id = e.school_id and ${isIn('a.role', SCHOOL_ROLES)}
      and a.from_day <= (x.at at time zone 'Europe/Paris')::date and (a.to_day is null or a.to_day > (x.at at time zone 'Europe/Paris')::date)
    where ${isIn('e.state', EQUIPMENT.statesFrom('release'))} and e.container_id is null
    group by e.id, e.state, e.tag, e.room_id, e.school_id`,
  `insert into equipment_move (id, equipment_id, action, from_state, to_state, account_id, role, at, room_id, school_id)
   select ${identified('x.at', '132', 'x.n')}, x.id, 'release', x.state, '${RELEASED.next}', null, 'system', x.at, x.room_id, x.school_id
     from training_released x order by x.n`,
  `update equipment e set state = '${RELEASED.next}', state_since = x.at, version = e.version + 1 from training_released x where x.id = e.id`,
];
