import { SUPPORTS, SUPPORTS_HONOURED, SUPPORTS_PLANNED, type SupportAction } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { drawn, isIn, nextWorkday, workday } from './training-slots.sql.js';

const words = (texts: readonly string[]): string => `array[${texts.map((each) => `'${each}'`).join(', ')}]`;
/** One of them, by a drawn number. */
const one = (texts: readonly string[], by: string): string => `(${words(texts)})[1 + ${by} % ${texts.length}]`;

// prettier-ignore
const PURPOSES = [
  'Programmer un robot de sol avec mes élèves, par demi-groupes.', 'Commencer un journal de classe sur tablette.',
  'Enregistrer une émission de radio après notre sortie.', 'Projeter et annoter un texte avec toute la classe.',
  'Lancer un rallye lecture sur tablette.', 'Utiliser la valise de tablettes sans perdre de temps à l’allumage.',
  'Faire écrire à plusieurs sur un même texte.', 'Filmer et commenter une expérience de sciences.',
] as const;
// prettier-ignore
const REPORTS = [
  'Séance menée à deux. Les élèves ont travaillé par groupes de quatre, le matériel a bien fonctionné.',
  'Prise en main en classe entière, puis trois ateliers tournants.',
  'Le travail prévu est fait. L’enseignant a mené seul le second groupe.',
  'Deux groupes ont terminé, les autres reprendront avec l’enseignant.',
] as const;
// prettier-ignore
const FOLLOWING = ['L’enseignant refait la séance avec l’autre moitié de la classe.', 'Un bilan par téléphone dans un mois.', 'À approfondir à la formation du trimestre.'] as const;
const CANCELLED = [
  'La classe est en sortie ce jour-là.',
  'L’enseignant est absent.',
  'Le formateur est en arrêt.',
] as const;
const YOUNG = ['ps', 'ms', 'gs'] as const;
const OLDER = ['cp', 'ce1', 'ce2', 'cm1', 'cm2', 'several'] as const;

const NOT_OFF = (day: string): string =>
  `not exists (select from school_holiday x where x.zone = 'A' and ${day} between x.from_day and x.to_day)
   and not exists (select from public_holiday x where x.day = ${day})`;

/** The last day of class before the demonstration's. */
const LAST_CLASS = `(select max(x::date) from generate_series($1::date - 12, $1::date - 1, interval '1 day') x
    where extract(isodow from x) in (1, 2, 4, 5) and ${NOT_OFF('x::date')})`;

/** The first day of class from two weeks on. */
const NEXT_CLASS = `(select min(x::date) from generate_series($1::date + 14, $1::date + 100, interval '1 day') x
    where extract(isodow from x) in (1, 2, 4, 5) and ${NOT_OFF('x::date')})`;

/**
 * Visits: in about two of five weeks of class one in a circonscription, on a day of class, from the first school year to six weeks
 * ahead; those of the people of the sign-in page. Nobody comes while they hold a session.
 */
const VISITS = `create temporary table support_visit on commit drop as
  with week as (
    select m::date as monday from generate_series(date '2023-09-18', $1::date + 42, interval '7 days') m where ${NOT_OFF('m::date')}
  ), chosen as (
    select q.circle, q.trainer, null as key, w.monday + (array[0, 1, 3, 4])[1 + x.h % 4] as on_day, x.h
      from training_circle q cross join week w cross join lateral (select ${drawn("'visit ' || q.code || ' ' || w.monday")} as h) x
     where x.h % 100 < q.schools * 2
    union all
    select q.circle, q.trainer, o.key, o.day, ${drawn('o.key')} from training_circle q,
      (values ('told', (select day + 1 from training_wednesday where n = 0)), ('to-tell', ${LAST_CLASS}), ('to-date', ${NEXT_CLASS})) o(key, day) where q.own
  ), timed as (
    select c.*, ${instant('c.on_day', '09:00')} as starts_at, ${instant('c.on_day', '10:30')} as ends_at,
           ${workday('(c.on_day - 16 - c.h % 20)')} as asked_on
      from chosen c where c.on_day is not null and ${NOT_OFF('c.on_day')}
  ), asked as (
    select t.*, least(t.asked_on, ${workday('($1::date - 2)')}) as asked_day from timed t
     where t.key is not null or (t.asked_on < $1::date
       and not exists (select from training_half h join training_slot s using (k) where s.trainer = t.trainer and tstzrange(h.starts_at, h.ends_at) && tstzrange(t.starts_at, t.ends_at)))
  ), taught as (
    select a.*, p.person, p.school, p.own_school,
           row_number() over (partition by a.circle, a.on_day order by case when a.key in ('told', 'to-date') then not p.own else false end, ${drawn('a.on_day || p.person::text')}) as choice
      from asked a join training_person p on p.circle = a.circle and p.role = 'teacher' and p.from_day <= a.asked_day and p.to_day > a.on_day
  ), stated as (
    select t.*, ${nextWorkday('(t.asked_day + 1 + t.h % 4)')} as dated_on,
           case when t.key = 'to-date' then 'asked' when t.key = 'told' then 'reported' when t.key = 'to-tell' then 'dated'
                when t.h % 17 = 0 then 'cancelled' when t.on_day < $1::date then 'reported'
                when ${nextWorkday('(t.asked_day + 1 + t.h % 4)')} < $1::date then 'dated' else 'asked' end as state
      from taught t where t.choice = 1
  )
  select s.*, row_number() over (order by s.asked_day, s.on_day, s.circle)::int as n, m.id as module, x.model as model,
         case when m.id is not null then 'module' when x.model is not null then 'model' else 'use' end as about,
         ${instant('s.asked_day', '12:05')} + s.h % 60 * interval '1 minute' as asked_at,
         ${instant('least(s.dated_on, s.on_day - 1)', '16:10')} + s.h % 40 * interval '1 minute' as dated_at,
         s.ends_at + interval '6 hours' as reported_at,
         case c.kind when 'nursery' then ${one(YOUNG, 's.h')} else ${one(OLDER, 's.h')} end as level
    from stated s join school c on c.id = s.school
    left join training_fact m on s.h % 5 < 2 and m.n = 1 + s.h % 8
    left join lateral (select d.model_id as model from training_module_model d join equipment e on e.model_id = d.model_id and e.school_id = s.school
                        order by d.model_id limit 1) x on s.h % 5 = 2`;

const REQUEST = identified('v.asked_at', '140', 'v.n');
const DATED = isIn('v.state', [...SUPPORTS_PLANNED, ...SUPPORTS_HONOURED]);
const TOLD = isIn('v.state', SUPPORTS_HONOURED);
const DROPPED = isIn(
  'v.state',
  SUPPORTS.moves.filter(({ action }) => action === 'cancel').map(({ next }) => next),
);

const REQUESTS = `insert into support_request (id, school_id, circonscription_id, teacher_id, asked_by, asked_at, about, module_id, model_id, level,
    wished_from, wished_to, purpose, state, state_since, trainer_id, starts_at, ends_at, report, minutes, follow_up, reported_at, version)
  select ${REQUEST}, v.school, v.circle, v.person, v.person, v.asked_at, v.about, v.module, case v.about when 'model' then v.model end, v.level,
         v.on_day - 7, v.on_day + 14, ${one(PURPOSES, '(v.h >> 3)')}, v.state,
         case when ${TOLD} then v.reported_at when ${DATED} or ${DROPPED} then v.dated_at else v.asked_at end,
         case when ${DATED} then v.trainer end, case when ${DATED} then v.starts_at end, case when ${DATED} then v.ends_at end,
         case when ${TOLD} then ${one(REPORTS, '(v.h >> 5)')} end, case when ${TOLD} then 60 + v.h % 3 * 15 end,
         case when ${TOLD} and v.h % 2 = 0 then ${one(FOLLOWING, '(v.h >> 7)')} end, case when ${TOLD} then v.reported_at end,
         1 + (${DATED} or ${DROPPED})::int + (${TOLD})::int
    from support_visit v order by v.n`;

/** A line of the thread: \`when\` there is one, at which instant, signed by whom. */
const line = (
  step: number,
  action: SupportAction | 'ask',
  from: string | null,
  told: { when: string; at: string; who: string; reason?: string },
): string => {
  const to = action === 'ask' ? SUPPORTS.initial : SUPPORTS.moves.find((move) => move.action === action)!.next;
  return `select ${identified(told.at, `141 + ${step}`, 'v.n')}, ${REQUEST}, '${action}', ${from === null ? 'null' : `'${from}'`}, '${to}', ${told.who}, ${told.at}, ${told.reason ?? 'null'}
    from support_visit v where ${told.when}`;
};

const TEACHER = `v.person, 'teacher'`;
const TRAINER = `v.trainer, 'digital-trainer'`;

// prettier-ignore
const MOVES = `insert into support_move (id, request_id, action, from_state, to_state, account_id, role, at, reason)
  ${[
    line(0, 'ask', null, { when: 'true', at: 'v.asked_at', who: TEACHER }),
    line(1, 'date', SUPPORTS.initial, { when: DATED, at: 'v.dated_at', who: TRAINER }),
    line(2, 'report', SUPPORTS.statesFrom('report')[0]!, { when: TOLD, at: 'v.reported_at', who: TRAINER }),
    line(3, 'cancel', SUPPORTS.initial, { when: DROPPED, at: 'v.dated_at', who: TEACHER, reason: one(CANCELLED, '(v.h >> 4)') }),
  ].join(' union all ')}`;

/** Visits to classes of the same years, once the trainings stand: what they were made from is still there. */
export const SUPPORTS_OF_YEARS: readonly string[] = [VISITS, REQUESTS, MOVES];
