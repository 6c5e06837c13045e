import {
  CHECKS_DONE,
  CHECKS_OPEN,
  EQUIPMENT_IN_ROOM,
  RETURNS as TABLE,
  RETURNS_OPEN,
  TICKETS_RESOLVED,
  TICKETS_WAITING,
  type ReturnAction,
} from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { personaEmail } from './personas.js';

const among = (column: string, words: readonly string[]): string =>
  `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;

const STARTED = instant(`date '2022-09-01'`, '09:00');
const PLAN = (n: string): string => identified(STARTED, '70', n);
const CHECK = (k: string): string => identified(STARTED, '71', k);

/**
 * What the plan looks after. Which schools: those of the largest commune, or all; `every` counts the weeks or months between two.
 * The last is a campaign: a battery that the maker calls back, two weeks ago.
 */
const ROWS = `values
  (1, 'Vidéoprojecteurs, chaque période', 'projector', 'term', 'mon', null, null, null, true, '{"Filtre dépoussiéré","Image nette","Télécommande et pile"}'::text[]),
  (2, 'Tablettes, une fois par an', 'tablet', 'in-service', null, 12, null, null, false, '{"Écran et coque","Batterie : tient deux heures","Mises à jour"}'),
  (3, 'Écrans interactifs, chaque automne', 'interactive-display', 'yearly', null, null, 10, 1, false, '{"Fixation murale","Tactile sur tout l’écran","Stylets","Son"}'),
  (4, 'Portables : batterie rappelée', 'laptop', 'once', null, null, null, null, false, '{"Batterie plate, sans bosse","Numéro de lot relevé"}')`;

/** @param $1 the day on whose morning the demonstration opens */
export const PLANS = `insert into upkeep_plan (id, name, family, rule, weekday, every_months, month, day_of_month, on_day, commune_id, points, started_on, made_until)
  select ${PLAN('p.n')}, p.name, p.family, p.rule, p.weekday, p.every, p.month, p.day, case when p.rule = 'once' then $1::date + 18 end,
      case when p.largest then (select commune_id from school where closed_on is null group by commune_id order by count(*) desc, commune_id limit 1) end,
      p.points, case when p.rule = 'once' then $1::date - 14 else date '2022-09-01' end, $1::date + 28
    from (${ROWS}) p(n, name, family, rule, weekday, every, month, day, largest, points) order by p.n`;

const OFF = (day: string): string =>
  `(extract(isodow from ${day}) > 5 or exists (select from public_holiday h where h.day = ${day})
    or exists (select from school_holiday h where h.zone = 'A' and ${day} between h.from_day and h.to_day))`;
/** The first day from this one on when a school is there. */
const OPEN_FROM = (day: string): string =>
  `(select x::date from generate_series(${day}, ${day} + 75, interval '1 day') x where not ${OFF('x::date')} order by x limit 1)`;

/** The days of each plan, as \`checkDates\` gives them, up to four weeks ahead. */
const DAYS = `create temporary table upkeep_day on commit drop as
  with term as (
    select (select x::date from generate_series(h.to_day + 1, h.to_day + 40, interval '1 day') x
             where extract(isodow from x) = 1 and not ${OFF('x::date')} order by x limit 1) as day
      from school_holiday h where h.zone = 'A' and h.to_day - h.from_day >= 7
  )
  select 1 as n, null::int as month, day from term where day between '2022-09-01' and $1::date + 28
  union select 2, extract(month from m)::int, ${OPEN_FROM('m::date')} from generate_series(date '2022-10-01', date_trunc('month', $1::date + 28), interval '1 month') m
  union select 3, null, ${OPEN_FROM(`make_date(y, 10, 1)`)} from generate_series(2022, extract(year from $1::date)::int) y
  union select 4, null, $1::date + 18`;

/** Which devices a school is checked on, those that came first before the others. */
const DEVICES = `create temporary table upkeep_device on commit drop as
  select p.n, e.school_id, e.id, coalesce(e.purchased_on, date '2022-09-01') as bought_on,
      row_number() over (partition by p.n, e.school_id order by coalesce(e.purchased_on, date '2022-09-01'), e.tag) as place
    from (${ROWS}) p(n, name, family, rule, weekday, every, month, day, largest, points)
    join equipment_model f on f.family = p.family join equipment e on e.model_id = f.model_id
    join school s on s.id = e.school_id and s.closed_on is null
    join upkeep_plan n on n.id = ${PLAN('p.n')} and (n.commune_id is null or n.commune_id = s.commune_id)
   where ${among('e.state', EQUIPMENT_IN_ROOM)}`;

/**
 * One check a school and day, of the devices that were there by then, a few of them: a history stays one that is read. What is past is done, now and then not; of last week some are late. Tablets are checked in a month
 * of their school's own. Half of the campaign is done.
 */
const TOLD = `create temporary table upkeep_told on commit drop as
  with due as (
    select d.n, t.school_id, d.day, least(count(*), case when d.n = 4 then 60 else 8 end)::int as devices,
        hashtext(d.n || ' ' || t.school_id || ' ' || d.day) & 1023 as h
      from upkeep_day d join upkeep_device t on t.n = d.n and t.bought_on <= d.day
     where d.month is null or d.month = (array[10, 11, 1, 2, 3, 4, 5, 6])[1 + (hashtext(t.school_id::text) & 7)]
     group by d.n, t.school_id, d.day
  ), stated as (
    select due.*, case
        when n = 4 then case when h % 2 = 0 then 'done' else 'planned' end
        when day >= $1::date or (day >= $1::date - 60 and h % 6 = 0) then 'planned'
        when h % 41 = 0 then 'not-done' else 'done' end as state
      from due
  ), technician as (
    select account_id, row_number() over (order by account_id) - 1 as place, count(*) over () as of
      from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null
  )
  select s.*, row_number() over (order by s.day, s.n, s.school_id)::int as k, y.account_id as technician,
      case when s.n = 4 then ${instant('$1::date - 14', '10:30')} else ${instant('s.day - 28', '05:10')} end as made_at,
      case when s.n = 4 then ${instant('$1::date - 1 - (s.h % 10)', '10:05')} else ${instant('s.day', '10:05')} end as done_at,
      case when s.h % 5 = 0 then 1 else 0 end as watch, case when s.h % 37 = 0 and s.devices > 1 then 1 else 0 end as lost
    from stated s join technician y on y.place = s.h % y.of`;

const OPEN = among('t.state', CHECKS_OPEN);
const DONE = among('t.state', CHECKS_DONE);

/** Two of those that are left are the technician's of the demonstration, today. */
const OWN = `(select id from account where email = '${personaEmail('technician')}')`;

/** Every statement is given the demonstration's day, $1, where it names it. */
export const CHECKS: readonly string[] = [
  PLANS,
  DAYS,
  DEVICES,
  TOLD,
  `insert into upkeep_check (id, plan_id, school_id, due_on, planned_on, state, state_since, assigned_account_id, devices, watch, not_found, version)
   select ${CHECK('t.k')}, ${PLAN('t.n')}, t.school_id, t.day, t.day, t.state, case when ${OPEN} then t.made_at else t.done_at end,
          case when not ${OPEN} then t.technician end, t.devices, case when ${DONE} then t.watch else 0 end, case when ${DONE} then t.lost else 0 end,
          1 + (not ${OPEN})::int
     from upkeep_told t order by t.k`,
  `insert into upkeep_check_device (id, check_id, equipment_id, finding, note)
   select ${identified(STARTED, '72', 't.k::bigint * 1000 + d.place')}, ${CHECK('t.k')}, d.id,
          case when ${DONE} then case when d.place <= t.watch then 'watch' when d.place = t.devices and t.lost = 1 then 'not-found' else 'good' end end,
          case when ${DONE} and d.place <= t.watch then (array['Batterie qui faiblit', 'Image un peu pâle', 'Charnière dure'])[1 + t.h % 3] end
     from upkeep_told t join upkeep_device d on d.n = t.n and d.school_id = t.school_id and d.place <= t.devices order by t.k, d.place`,
  `insert into upkeep_check_move (id, check_id, action, from_state, to_state, account_id, role, at, reason)
   select ${identified('m.at', '73 + m.step', 'm.k')}, ${CHECK('m.k')}, m.action, m.from_state, m.to_state, m.account_id, m.role, m.at, m.reason
     from (
       select t.k, 1 as step, 'make' as action, null as from_state, 'planned' as to_state, null::uuid as account_id, 'system' as role, t.made_at as at, null as reason
         from upkeep_told t
       union all select t.k, 2, case when ${DONE} then 'do' else 'give-up' end, 'planned', t.state, t.technician, 'technician', t.done_at,
              case when not ${DONE} then 'École en travaux, salles fermées.' end from upkeep_told t where not ${OPEN}
     ) m order by m.at, m.k`,
  `update upkeep_check c set assigned_account_id = ${OWN}, planned_on = $1::date, version = 2
    where c.id in (select id from upkeep_check where open and due_on between $1::date - 60 and $1::date + 28 order by due_on, id limit 2)`,
];

/** Their device is at the maker's, as the ticket says; the warranty that ran is the device's own. */
const RETURN_ROWS = `create temporary table return_told on commit drop as
  select t.id as ticket, t.number, e.id as device, t.school_id, t.assigned_account_id as technician, e.serial, e.warranty_until,
      case when ${among('t.state', TICKETS_WAITING)} then 'sent' when (hashtext(t.number) >> 4) & 7 = 1 then 'replaced' when (hashtext(t.number) >> 4) & 7 = 2 then 'refused'
           else 'repaired' end as state,
      case when ${among('t.state', TICKETS_WAITING)} then t.state_since else t.reported_at + interval '20 minutes' end as prepared_at,
      coalesce(t.review_on, (t.resolved_at at time zone 'Europe/Paris')::date) as review_on, t.resolved_at,
      row_number() over (order by t.reported_at, t.id)::int as k
    from ticket t join equipment e on e.id = t.equipment_id
   where e.warranty_until is not null and t.assigned_account_id is not null
     and ((${among('t.state', TICKETS_WAITING)} and t.wait_for = 'maker' and e.warranty_until >= (t.state_since at time zone 'Europe/Paris')::date)
       or (${among('t.state', TICKETS_RESOLVED)} and t.resolved_at > t.reported_at + interval '3 days' and hashtext(t.number) & 15 = 1
           and e.warranty_until >= (t.reported_at at time zone 'Europe/Paris')::date))
     and not exists (select from ticket y where y.equipment_id = t.equipment_id and y.id <> t.id and ${among('y.state', TICKETS_WAITING)} and y.wait_for = 'maker')
   order by t.reported_at desc limit 60`;

const RETURN = (k: string): string => identified(STARTED, '76', k);
const ON = (at: string): string => `(${at} at time zone 'Europe/Paris')::date`;
const AWAY = among('t.state', RETURNS_OPEN);
const after = (action: ReturnAction) => TABLE.moves.filter((move) => move.action === action).map(({ next }) => next);
const REPAIRED = among('t.state', after('receive-repaired'));
const EXCHANGED = among('t.state', after('receive-replaced'));
const REFUSED = among('t.state', after('refuse'));

/** Returns to makers, once tickets are there: each open one at the maker's, some of the years before that ended. */
export const RETURNS: readonly string[] = [
  RETURN_ROWS,
  `insert into warranty_return (id, ticket_id, equipment_id, school_id, state, state_since, fault, prepared_by, prepared_on, warranty_until, sent_on, tracking_number,
       review_on, former_serial, new_serial, version)
   select ${RETURN('t.k')}, t.ticket, t.device, t.school_id, t.state, case when ${AWAY} then t.prepared_at + interval '2 hours' else t.resolved_at - interval '1 hour' end,
          'Ne s’allume plus, même branché ; essayé avec un autre chargeur.', t.technician, ${ON('t.prepared_at')}, t.warranty_until, ${ON('t.prepared_at')},
          '6A' || lpad((hashtext(t.number) & 99999999)::text, 8, '0'), t.review_on, case when ${EXCHANGED} then 'EX-' || t.serial end,
          case when ${EXCHANGED} then t.serial end, case when ${AWAY} then 2 else 3 end
     from return_told t order by t.k`,
  `insert into warranty_return_move (id, return_id, action, from_state, to_state, account_id, role, at, reason)
   select ${identified('m.at', '77 + m.step', 'm.k')}, ${RETURN('m.k')}, m.action, m.from_state, m.to_state, m.technician, 'technician', m.at, m.reason
     from (
       select t.k, 1 as step, 'prepare' as action, null as from_state, 'prepared' as to_state, t.technician, t.prepared_at as at, null as reason from return_told t
       union all select t.k, 2, 'send', 'prepared', 'sent', t.technician, t.prepared_at + interval '2 hours', null from return_told t
       union all select t.k, 3, case when ${REPAIRED} then 'receive-repaired' when ${EXCHANGED} then 'receive-replaced' else 'refuse' end, 'sent', t.state,
              t.technician, t.resolved_at - interval '1 hour', case when ${REFUSED} then 'Choc visible sur la coque.' end from return_told t where not ${AWAY}
     ) m order by m.at, m.k`,
];
