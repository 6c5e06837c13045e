import { EQUIPMENT, hoursMarkedBy, SCHOOL_ROLES } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { personaEmail } from './personas.js';
import { TRAINING_MODULES, type ModuleFacts } from './training-modules.js';

const BEGUN = instant(`date '2023-01-10'`, '09:00');
const text = (word: string): string => `'${word.replaceAll("'", "''")}'`;
const list = (words: readonly string[]): string => `array[${words.map(text).join(', ')}]::text[]`;

export const isIn = (column: string, states: readonly string[]): string =>
  `${column} in (${states.map(text).join(', ')})`;

/** The day itself, or the Friday before it; and the Monday after. */
export const workday = (day: string): string =>
  `(${day} - case extract(isodow from ${day}) when 6 then 1 when 7 then 2 else 0 end::int)`;
export const nextWorkday = (day: string): string =>
  `(${day} + case extract(isodow from ${day}) when 6 then 2 when 7 then 1 else 0 end::int)`;
/** Always the same of the same: between 0 and 1048575. */
export const drawn = (word: string): string => `(hashtext(${word}) & 1048575)`;
const isFree = (day: string): string =>
  `exists (select from school_holiday x where x.zone = 'A' and ${day} between x.from_day and x.to_day)`;
const isPublic = (day: string): string => `exists (select from public_holiday x where x.day = ${day})`;

const facts = ({ title, kind, minutes, counts, opens, halves }: ModuleFacts, place: number): string =>
  `(${place + 1}, ${text(title)}, '${kind}', ${minutes}, ${counts}, ${list(opens)}, ${halves ? `${halves.at(-1)![0]}, time '${halves.at(-1)![2]}'` : 'null::int, null::time'})`;

export const MODULES: readonly string[] = [
  `create temporary table training_fact on commit drop as
   select f.*, ${identified(BEGUN, '100', 'f.n')} as id
     from (values ${TRAINING_MODULES.map(facts).join(',\n')}) f(n, title, kind, minutes, counts, opens, days, ends)`,
  `insert into training_module (id, title, kind, minutes, counts) select id, title, kind, minutes, counts from training_fact order by n`,
  `insert into training_module_model (module_id, model_id)
   select f.id, i.id from training_fact f join catalogue_item i on i.reference = any(f.opens) order by f.n, i.reference`,
];

const heldBy = (role: string): string =>
  `(select a.account_id from assignment a where a.role = '${role}' and a.circonscription_id = q.id and a.to_day is null order by a.id limit 1)`;
const OWN_SCHOOL = `(select a.school_id from account c join assignment a on a.account_id = c.id where c.email = '${personaEmail('teacher')}' limit 1)`;

const WAITING = isIn('e.state', EQUIPMENT.statesFrom('release'));

/** Who builds sessions, by circonscription; the sign-in page's people stand in one of them. */
const CIRCLES = `create temporary table training_circle on commit drop as
  select q.id as circle, q.code, row_number() over (order by q.code)::int - 1 as place, count(*) over ()::int as of,
         ${heldBy('digital-trainer')} as trainer, ${heldBy('inspector')} as inspector,
         (select account_id from assignment where role = 'plan-manager' and not may_certify and to_day is null order by id limit 1) as manager,
         q.id = (select circonscription_id from school where id = ${OWN_SCHOOL}) as own,
         (select count(*) from school s where s.circonscription_id = q.id and s.closed_on is null) as schools
    from circonscription q`;

/**
 * Who comes to them: whoever heads a school or teaches there. Private schools come as guests, mostly of the circonscription around
 * them. The teams of some schools have not come to what opens their devices; of those whose teacher has left, nobody else had.
 */
const PEOPLE = `create temporary table training_person on commit drop as
  select distinct on (a.account_id) a.account_id as person, a.role, a.from_day, coalesce(a.to_day, 'infinity') as to_day, s.id as school,
         s.circonscription_id is null as guest, coalesce(s.circonscription_id, near.circle, far.circle) as circle, ${drawn('a.account_id::text')} as h,
         c.email = '${personaEmail('teacher')}' as own, s.id = ${OWN_SCHOOL} as own_school,
         s.id is distinct from ${OWN_SCHOOL} and ${drawn("s.uai || ' comes'")} % 100 < 15 or (a.to_day is null and gone.there is not null and a.role = 'school-head') as shy,
         waits.there is not null as waits, head.account_id as head, officer.account_id as officer
    from assignment a join account c on c.id = a.account_id join school s on s.id = a.school_id
    left join lateral (select o.circonscription_id as circle from school o where o.commune_id = s.commune_id and o.circonscription_id is not null
                        group by 1 order by count(*) desc, 1 limit 1) near on true
    left join lateral (select q.circle from training_circle q where q.place = ${drawn('s.uai')} % q.of) far on true
    left join lateral (select true as there from assignment x where x.school_id = s.id and x.role = 'teacher' and x.to_day is not null limit 1) gone on true
    left join lateral (select true as there from equipment e where e.school_id = s.id and ${WAITING} limit 1) waits on true
    left join lateral (select x.account_id from assignment x where x.school_id = s.id and x.role = 'school-head' and x.deputy_of_id is null and x.to_day is null
                        order by x.id limit 1) head on true
    left join lateral (select x.account_id from assignment x where x.role = '${hoursMarkedBy('private')}' and x.managing_body_id = s.managing_body_id and x.to_day is null
                        order by x.id limit 1) officer on s.sector = 'private'
   where a.role = any(${list(SCHOOL_ROLES)}) and a.deputy_of_id is null and s.closed_on is null
     and not exists (select from assignment x where x.account_id = a.account_id and x.role = 'digital-trainer')
   order by a.account_id, a.to_day desc nulls first, a.id`;

/** Wednesdays of class: those ahead by their number, the last one that is two weeks behind as the number 0. */
const WEDNESDAYS = `create temporary table training_wednesday on commit drop as
  select day, case when day > $1::date then row_number() over (partition by day > $1::date order by day)::int else 0 end as n
    from (select x::date as day from generate_series($1::date - 100, $1::date + 120, interval '1 day') x) d
   where extract(isodow from day) = 3 and not ${isFree('d.day')} and not ${isPublic('d.day')}
     and (day > $1::date or day = (select max(y::date) from generate_series($1::date - 100, $1::date - 14, interval '1 day') y
           where extract(isodow from y) = 3 and not ${isFree('y::date')} and not ${isPublic('y::date')}))`;

/** Today, or the last day on which somebody worked. */
const LAST_DAY = (
  before: number,
): string => `(select day from (select x::date as day from generate_series($1::date - 12, $1::date, interval '1 day') x) d
    where extract(isodow from day) < 6 and not ${isPublic('d.day')} order by day desc limit 1 offset ${before})`;

/** What the people of the sign-in page find: one to enrol in, one they are enrolled in, one to agree to, to hold, to close. */
const OWN = `values
  ('past', 3, (select day from training_wednesday where n = 0), time '13:30', 12),
  ('to-close', 2, ${LAST_DAY(1)}, time '17:00', 12),
  ('today', 9, ${LAST_DAY(0)}, time '08:30', 10),
  ('enrolled', 6, (select day from training_wednesday where n = 1), time '09:00', 12),
  ('full', 2, (select day from training_wednesday where n = 2), time '09:00', 8),
  ('to-enrol', 1, (select day from training_wednesday where n = 3), time '09:00', 12),
  ('inspector', 4, (select day from training_wednesday where n = 5), time '09:00', 14),
  ('manager', 10, (select day from training_wednesday where n = 6), time '09:00', 15)`;

const WEIGHTED = `array[${TRAINING_MODULES.flatMap(({ weight }, n) => Array<number>(weight).fill(n + 1)).join(', ')}]`;
const WEIGHTS = TRAINING_MODULES.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Sessions of the years: in most weeks of class one a circonscription, in some where it has fewer schools, on Wednesdays or after class, courses of the plan on days of
 * class; eight weeks ahead, and those of the people of the sign-in page.
 */
const SLOTS = `create temporary table training_slot on commit drop as
  with own as (select q.*, o.*, date_trunc('week', o.day)::date as monday from (${OWN}) o(key, n, day, starts, capacity) join training_circle q on q.own),
  week as (
    select m::date as monday from generate_series(date '2023-09-11', $1::date + 63, interval '7 days') m
     where not exists (select from school_holiday x where x.zone = 'A' and x.from_day <= m::date + 4 and x.to_day >= m::date)
  ), chosen as (
    select q.*, w.monday, ${drawn("q.code || ' ' || w.monday")} as h from training_circle q cross join week w
     where ${drawn("w.monday || ' ' || q.code")} % 100 < q.schools * 4 and not exists (select from own o where o.circle = q.circle and o.monday = w.monday)
  ), told as (
    select circle, code, trainer, inspector, manager, h, null as key, (${WEIGHTED})[1 + (h >> 3) % ${WEIGHTS}] as n, monday, null::date as day, null::time as starts,
           (array[8, 10, 12, 12, 14, 15, 16, 20])[1 + (h >> 11) % 8] as capacity
      from chosen
    union all select circle, code, trainer, inspector, manager, ${drawn('key')}, key, n, monday, day, starts, capacity from own
  ), dated as (
    select t.*, f.id as module, f.minutes, f.opens, f.days, f.ends, cardinality(f.opens) > 0 as opening,
           coalesce(t.day, t.monday + case when f.days is not null then 0 when f.minutes > 120 or t.h % 2 = 0 then 2 else (array[0, 1, 3, 4])[1 + (t.h >> 1) % 4] end) as on_day
      from told t join training_fact f on f.n = t.n
  ), timed as (
    select d.*, coalesce(d.starts, case when d.days is not null then time '09:00' when extract(isodow from d.on_day) = 3 then time '13:30' else time '17:00' end) as at,
           d.on_day + coalesce(d.days, 0) as last_day
      from dated d
     where not exists (select from public_holiday x where x.day between d.on_day and d.on_day + coalesce(d.days, 0)) or d.key is not null
  ), prepared as (
    select t.*, ${workday(`coalesce((select x.from_day - 1 from school_holiday x where x.zone = 'A' and t.on_day - 42 between x.from_day and x.to_day), t.on_day - 42)`)} as opened_on,
           ${workday('(t.on_day - 9)')} as confirmed_on, case when extract(month from t.on_day) < 8 then extract(year from t.on_day) - 1 else extract(year from t.on_day) end as school_year,
           case when t.key in ('inspector', 'manager') or (t.key is null and t.on_day - 35 >= $1::date) then 'proposed'
                when t.key = 'today' then 'soon' when t.last_day < $1::date then 'past' when t.on_day - 9 < $1::date then 'soon' else 'open' end as phase
      from timed t
  )
  select p.*, row_number() over (order by p.on_day, p.at, p.code)::int as k,
         ((p.on_day + p.at) at time zone 'Europe/Paris') as starts_at,
         case when p.days is null then ((p.on_day + p.at) at time zone 'Europe/Paris') + make_interval(mins => p.minutes)
           else (p.last_day + p.ends) at time zone 'Europe/Paris' end as ends_at,
         case when p.phase = 'proposed' then ${workday('least(p.opened_on - 10, $1::date - 2 - p.h % 12)')} else ${workday('(p.opened_on - 10)')} end as proposed_on,
         case when p.phase = 'proposed' then ${workday('least(p.opened_on - 4, $1::date - 1)')} else ${workday('(p.opened_on - 4)')} end as agreed_on,
         least(p.confirmed_on, $1::date) - 1 as until,
         p.phase = 'past' and p.key is null and p.days is null and (p.h >> 5) % 20 = 0 and not ${isFree('p.on_day - 14')} as postponed,
         (select s.id from school s where s.circonscription_id = p.circle and s.closed_on is null order by ${drawn('s.uai || p.h')}, s.id limit 1) as school
    from prepared p`;

/** Every statement is given the demonstration's day, $1, where it names it. */
export const TRAININGS_FOUND: readonly string[] = [CIRCLES, PEOPLE, WEDNESDAYS, SLOTS];
