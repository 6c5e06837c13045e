import {
  LOANS as TABLE,
  LOANS_CLEARED,
  LOANS_HANDED,
  LOANS_PROMISED,
  LOANS_TO_CHECK,
  type LoanAction,
  type LoanState,
} from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';

const isIn = (states: readonly LoanState[]): string => `t.state in (${states.map((state) => `'${state}'`).join(', ')})`;
const after = (action: LoanAction): LoanState[] =>
  TABLE.moves.filter((move) => move.action === action).map(({ next }) => next);

/** What left with a loan, and came back; what was checked since; what was granted and has not left. */
const LEFT = isIn([...LOANS_HANDED, ...LOANS_CLEARED]);
const BACK = isIn([...LOANS_TO_CHECK, ...LOANS_CLEARED]);
const CHECKED = isIn(LOANS_CLEARED);
const GRANTED = isIn(after('approve'));
const REFUSED = isIn(after('refuse'));
const CANCELLED = isIn(after('cancel'));

const BOUGHT_ON = '2023-03-06';
const BOUGHT_AT = instant(`date '${BOUGHT_ON}'`, '10:00');
const DEVICE = (kit: string, position: string): string => identified(BOUGHT_AT, '40', `${kit} * 100 + ${position}`);
const KIT = (n: string): string => identified(BOUGHT_AT, '41', n);
const LOAN = (at: string, k: string): string => identified(at, '42', k);

/**
 * What the plan lends: a case and what lies in it (its model, how many), or one device. `now`: how it stands on the morning of
 * the demonstration.
 */
const ROWS = `values
  (1, 'Valise robots n° 1', 'MAT-09', 'MAT-05', 6, '2 tapis, chargeur, livret pour la classe', 2, true, 'late'),
  (2, 'Valise robots n° 2', 'MAT-09', 'MAT-05', 6, '2 tapis, chargeur, livret pour la classe', 2, true, 'asked'),
  (3, 'Tablettes n° 1', 'MAT-09', 'MAT-25', 10, 'Chargeurs, stylets', 2, true, 'out'),
  (4, 'Tablettes n° 2', 'MAT-09', 'MAT-25', 10, 'Chargeurs, stylets', 2, true, 'out-long'),
  (5, 'Tablettes n° 3', 'MAT-09', 'MAT-25', 8, 'Chargeurs', 2, true, 'returned'),
  (6, 'Portables n° 1', 'MAT-09', 'MAT-11', 8, 'Souris, multiprise', 2, true, 'asked-later'),
  (7, 'Studio radio', 'MAT-09', 'MAT-03', 4, 'Table de mélange, pieds, câbles', 1, true, 'granted'),
  (8, 'Visualiseur', 'MAT-06', null, 0, null, 0, false, 'none'),
  (9, 'Écran mobile', 'MAT-12', null, 0, 'Télécommande, rallonge', 0, false, 'granted')`;

/** Schools that ask: those with a head since before the plan's second year, in an order of their own. */
const SCHOOLS = `create temporary table loan_school on commit drop as
  select s.id as school, a.account_id as head, row_number() over (order by s.name like 'École élémentaire des Tilleuls%' desc, hashtext(s.uai)) - 1 as place,
         count(*) over ()::int as of
    from school s join lateral (select account_id from assignment a where a.school_id = s.id and a.role = 'school-head' and a.to_day is null
      and a.deputy_of_id is null order by a.id limit 1) a on true
   where s.closed_on is null`;

export const KITS = [
  `create temporary table loan_fact on commit drop as
     select f.* from (${ROWS}) f(n, name, reference, content, contents, accessories, checking, approval, now)`,
  SCHOOLS,
  `insert into equipment (id, tag, serial, model_id, is_container, state, state_since, stock_place_id, container_id, net_cents, vat_basis_points,
       purchased_on, last_seen_at, version, words)
   select ${DEVICE('f.n', 'p.position')}, p.tag, p.serial, i.id, p.position = 0 and f.contents > 0, 'in-stock', ${BOUGHT_AT},
          case when p.position = 0 then r.id end, case when p.position > 0 then ${DEVICE('f.n', '0')} end, c.unit_net_cents, c.vat_basis_points,
          date '${BOUGHT_ON}', ${BOUGHT_AT}, 2, search_text(concat_ws(' ', p.tag, p.serial, i.name))
     from loan_fact f cross join lateral (
            select k as position, 'PE-9' || lpad((f.n * 100 + k)::text, 5, '0') as tag, 'PRT' || f.n || '-' || k as serial from generate_series(0, f.contents) k) p
     join catalogue_item i on i.reference = case when p.position = 0 then f.reference else f.content end
     join lateral (select unit_net_cents, vat_basis_points from item_price c where c.item_id = i.id order by c.from_day limit 1) c on true
     cross join (select id from stock_place where name = 'Réserve de la Plaine') r
    order by f.n, p.position`,
  `insert into loan_kit (id, name, equipment_id, accessories, checking_half_days, needs_approval, kinds)
   select ${KIT('f.n')}, f.name, ${DEVICE('f.n', '0')}, f.accessories, f.checking, f.approval, '{nursery,elementary,primary,teaching-unit}'
     from loan_fact f order by f.n`,
];

/**
 * Each second week of class since the second rentrée, a loan of each kit that begins and ends on a day of school; then what is
 * out, late, asked for and granted around the demonstration's own week.
 * Nothing of it happened later than on the last working day.
 * @param $1 the day on whose morning the demonstration opens
 */
export const LOANS = `create temporary table loan_told on commit drop as
  with week as (select date_trunc('week', $1::date)::date as monday),
  past as (
    select f.n, f.checking, f.contents, (w.monday - 14 * s - 7) as from_day, (w.monday - 14 * s - 3) as to_day, hashtext(f.n || ' ' || s) & 1023 as h
      from loan_fact f cross join week w cross join generate_series(1, 84) s
  ), open as (
    select p.* from past p
     where p.from_day >= '2023-09-11' and p.h % 4 > 0
       and not exists (select from school_holiday x where x.zone = 'A' and (p.from_day between x.from_day and x.to_day or p.to_day between x.from_day and x.to_day))
       and not exists (select from public_holiday x where x.day in (p.from_day, p.to_day))
  ), told as (
    select n, checking, contents, from_day, to_day, h,
           case when h % 23 = 0 then 'refused' when h % 19 = 0 then 'cancelled' else 'closed' end as state from open
    union all select f.n, f.checking, f.contents, w.monday + d.starts, w.monday + d.ends, case when d.ours then 0 else f.n * 37 + 11 * (d.starts > 0)::int end, d.state
      from loan_fact f cross join week w join (values
        ('late', -7, -4, 'out', false), ('late', 7, 10, 'approved', false), ('asked', 14, 18, 'requested', true), ('out', 0, 4, 'out', true),
        ('out-long', -7, 11, 'out', false), ('returned', -7, -3, 'returned', false), ('returned', 14, 15, 'approved', false),
        ('asked-later', 15, 18, 'requested', false), ('granted', 7, 11, 'approved', false)
      ) d(now, starts, ends, state, ours) on d.now = f.now
  ), technician as (
    select account_id, row_number() over (order by account_id) - 1 as place, count(*) over () as of,
           $1::date - case extract(isodow from $1::date) when 1 then 3 when 7 then 2 else 1 end as workday
      from assignment where role = 'technician' and from_day < '2023-09-01' and to_day is null
  )
  select t.*, row_number() over (order by t.from_day, t.n)::int as k, s.school, s.head, y.account_id as technician,
         (select account_id from assignment where role = 'plan-manager' and not may_certify and to_day is null order by id limit 1) as manager,
         ${instant('least(t.from_day - 12, y.workday)', '09:10')} as asked_at, ${instant('least(t.from_day - 10, y.workday)', '14:20')} as answered_at,
         least(${instant('t.from_day', '08:15')}, ${instant('y.workday', '16:50')}) as left_at, ${instant('t.to_day', '16:40')} as back_at, ${instant('(t.to_day + 3)', '10:05')} as checked_at
    from told t join loan_school s on s.place = case when t.h = 0 then 0 else t.h % s.of end join technician y on y.place = t.h % y.of`;

/** How many half-days of working days a check takes is at most two: over a weekend, Monday. */
const HELD = `half_day(t.to_day, 'afternoon') + 1 + case when t.checking > 0 and extract(isodow from t.to_day) = 5 then 4 else 0 end + t.checking`;
const SINCE = `case when ${CHECKED} then t.checked_at when ${BACK} then t.back_at when ${LEFT} then t.left_at when ${isIn([TABLE.initial])} then t.asked_at
    else t.answered_at end`;
const PURPOSES = `(array['Se repérer sur un quadrillage, CE1', 'Lire et écouter des albums', 'Une émission de radio avec les CM2', 'Recherche documentaire', null])[1 + t.h % 5]`;

export const TOLD = [
  `insert into loan (id, number, equipment_id, kit_id, school_id, state, state_since, from_day, from_half, to_day, to_half, purpose, requested_by,
       referent_id, held_until, version)
   select ${LOAN('t.asked_at', 't.k')}, 'P-' || extract(year from t.asked_at at time zone 'Europe/Paris') || '-' || lpad((row_number() over (
            partition by extract(year from t.asked_at at time zone 'Europe/Paris') order by t.asked_at, t.k))::text, 5, '0'),
          ${DEVICE('t.n', '0')}, ${KIT('t.n')}, t.school, t.state, ${SINCE}, t.from_day, 'morning', t.to_day, 'afternoon', ${PURPOSES}, t.head, t.head,
          ${HELD}, 1 + (not ${isIn([TABLE.initial])})::int + (${LEFT})::int + (${BACK})::int + (${CHECKED})::int
     from loan_told t order by ${isIn(LOANS_PROMISED)} desc, t.k`,
  `insert into loan_move (id, loan_id, action, from_state, to_state, account_id, role, at, reason)
   select ${identified('m.at', '43 + m.step', 'm.k')}, ${LOAN('m.asked_at', 'm.k')}, m.action, m.from_state, m.to_state, m.account_id, m.role, m.at, m.reason
     from (
       select t.k, t.asked_at, 1 as step, 'request' as action, null as from_state, 'requested' as to_state, t.head as account_id, 'school-head' as role, t.asked_at as at, null as reason from loan_told t
       union all select t.k, t.asked_at, 2, 'approve', 'requested', 'approved', t.manager, 'plan-manager', t.answered_at, null from loan_told t where ${GRANTED} or ${LEFT}
       union all select t.k, t.asked_at, 2, 'refuse', 'requested', 'refused', t.manager, 'plan-manager', t.answered_at, 'Une autre école l’a demandé avant vous.' from loan_told t where ${REFUSED}
       union all select t.k, t.asked_at, 2, 'cancel', 'requested', 'cancelled', t.head, 'school-head', t.answered_at, null from loan_told t where ${CANCELLED}
       union all select t.k, t.asked_at, 3, 'hand-over', 'approved', 'out', t.technician, 'technician', t.left_at, null from loan_told t where ${LEFT}
       union all select t.k, t.asked_at, 4, 'return', 'out', 'returned', t.technician, 'technician', t.back_at, null from loan_told t where ${BACK}
       union all select t.k, t.asked_at, 5, 'clear', 'returned', 'closed', t.technician, 'technician', t.checked_at, null from loan_told t where ${CHECKED}
     ) m order by m.at, m.k`,
  `insert into loan_check (id, loan_id, direction, account_id, at, condition, accessories_complete, note)
   select ${identified('c.at', '50 + c.step', 'c.k')}, ${LOAN('c.asked_at', 'c.k')}, c.direction, c.technician, c.at, c.condition, c.complete, c.note
     from (
       select t.k, 1 as step, t.asked_at, 'out' as direction, t.technician, t.left_at as at, 'good' as condition, true as complete, null as note from loan_told t where ${LEFT}
       union all select t.k, 2, t.asked_at, 'back', t.technician, t.back_at, case t.h % 12 when 1 then 'worn' else 'good' end, t.h % 17 <> 1,
              case when t.h % 17 = 1 then 'Un chargeur est resté à l’école, il suit.' end from loan_told t where ${BACK}
     ) c order by c.at, c.k`,
  `insert into loan_device (id, loan_id, equipment_id, back)
   select ${identified('t.left_at', '53', 't.k * 100 + p')}, ${LOAN('t.asked_at', 't.k')}, ${DEVICE('t.n', 'p')}, case when ${BACK} then true end
     from loan_told t cross join lateral generate_series(1, t.contents) p where ${LEFT} order by t.k, p`,
];

/** The devices went with each loan, and came back with it: their history says so, and where they are now. */
export const DEVICES_MOVED = [
  `insert into equipment_move (id, equipment_id, action, from_state, to_state, account_id, role, at, stock_place_id, container_id)
   select ${identified('m.at', '54 + m.step', 'm.k * 10000 + m.n * 100 + p')}, ${DEVICE('m.n', 'p')}, m.action, m.from_state, m.to_state, m.technician, 'technician', m.at,
          case when p = 0 then r.id end, case when p > 0 then ${DEVICE('m.n', '0')} end
     from (
       select 0 as k, f.n, f.contents, 1 as step, 'receive' as action, 'ordered' as from_state, 'in-stock' as to_state, y.account_id as technician, ${BOUGHT_AT} as at
         from loan_fact f cross join (select account_id from assignment where role = 'technician' and from_day < '2023-09-01' order by account_id limit 1) y
       union all select t.k, t.n, t.contents, 2, 'lend', 'in-stock', 'on-loan', t.technician, t.left_at from loan_told t where ${LEFT}
       union all select t.k, t.n, t.contents, 3, 'return', 'on-loan', 'in-stock', t.technician, t.back_at from loan_told t where ${BACK}
     ) m cross join lateral generate_series(0, m.contents) p cross join (select id from stock_place where name = 'Réserve de la Plaine') r
    order by m.at, m.k, p`,
  `update equipment e set state = m.to_state, state_since = m.at, last_seen_at = m.at, version = 1 + m.moves
     from (select distinct on (v.equipment_id) v.equipment_id, v.to_state, v.at, count(*) over (partition by v.equipment_id) as moves
             from equipment_move v where v.equipment_id in (select ${DEVICE('f.n', 'p')} from loan_fact f cross join lateral generate_series(0, f.contents) p)
            order by v.equipment_id, v.at desc, v.id desc) m
    where m.equipment_id = e.id`,
];

/** The last number that each year gave. */
export const NUMBERS = `select setval(('loan_number_' || year)::regclass, last) from (
    select substr(number, 3, 4) as year, max(substr(number, 8)::int) as last from loan group by 1) given`;
