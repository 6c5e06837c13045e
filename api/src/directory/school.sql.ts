import { type BodyKind, CONTRACTS_LEFT_OUT, kindsWhere, SECTORS } from '@parc/domain';
import { anyOf, noneOf } from '../platform/database/kinds.sql.js';
import { byId, type Joined, type Rows } from '../platform/database/joins.sql.js';
import { found } from '../platform/database/search.js';

const SECTORS_OF_COMMUNES = kindsWhere(SECTORS, ({ runners }) => runners === null);

/** Schools, as `s`: what other domains join, sort and filter by. */
export const SCHOOLS: Rows = ['school', 's'];

export const schoolOf = (id: string, alias = 's'): Joined => byId('school', alias, id);

/** Ids of the schools whose name or UAI has what a person typed, a placeholder. */
export const schoolsFound = (search: string): string =>
  `array(select x.id from school x where ${found("x.name || ' ' || x.uai", search)})`;

/** Rooms, as `r`. */
export const ROOMS: Rows = ['room', 'r'];

/** The commune of a school, or of whatever else has one; for its `name`. */
export const communeOf = (id = 's.commune_id', alias = 'm'): Joined => byId('commune', alias, id);

/** The body that runs a school, or is party to something; for its `name` and `kind`. */
export const bodyOf = (id = 's.managing_body_id', alias = 'b'): Joined => byId('managing_body', alias, id);

export const circonscriptionOf = (id = 's.circonscription_id', alias = 'q'): Joined =>
  byId('circonscription', alias, id);

export const roomOf = (id: string, alias = 'r'): Joined => byId('room', alias, id);

/** Where a school `s` stands in its commune `m`, on one line. */
export const ADDRESS = `nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '')`;

/** Schools that the plan equips, over `s`: all but those outside any contract with the State. */
export const IN_PLAN = noneOf('s.state_contract', CONTRACTS_LEFT_OUT, 'is distinct from');

/** The last figures of a school that are those of a rentrée or before, as `f`: school_year, classes, pupils. */
export const figuresUpTo = (school: string, year: string) =>
  `left join lateral (select school_year, classes, pupils from school_year_figures
             where school_id = ${school} and school_year <= ${year} and (classes is not null or pupils is not null)
             order by school_year desc limit 1) f on true`;

/** The rentrées of a school, the last first, as JSON. */
export const figuresOf = (school: string) =>
  `coalesce((select json_agg(json_build_object('schoolYear', f.school_year, 'pupils', f.pupils, 'classes', f.classes, 'teachers', f.teachers,
      'socialIndex', f.social_index) order by f.school_year desc) from school_year_figures f where f.school_id = ${school}), '[]')`;

export const roomCountOf = (school: string) =>
  `(select count(*) from room r where r.school_id = ${school} and not r.removed)`;

/** The UAIs a school has had, the last first, as JSON. */
export const uaisOf = (school: string) =>
  `coalesce((select json_agg(json_build_object('uai', u.uai, 'from', u.from_day, 'to', u.to_day) order by u.from_day desc, u.id)
      from school_uai u where u.school_id = ${school}), '[]')`;

/** A commune's schools that it answers for: the public ones, over `s`. Of its private ones it signs, reads and pays nothing. */
export const publicOf = (commune: string) => `s.commune_id = ${commune} and ${anyOf('s.sector', SECTORS_OF_COMMUNES)}`;

/** The circonscription that a school is of; none, of a private one. */
export const circonscriptionOfSchool = (school: string) =>
  `(select circonscription_id from school where id = ${school})`;

/** The schools and units that a body runs, whatever their sector, over `s`. */
export const runBy = (body: string) => `s.managing_body_id = ${body}`;

/** The circonscription whose sessions a school `s` comes to: its own; of a private one, that of its commune's public schools. @param s its alias */
export const circonscriptionServing = (s: string) =>
  `coalesce(${s}.circonscription_id, (select y.circonscription_id from school y
      where y.commune_id = ${s}.commune_id and y.circonscription_id is not null order by y.id limit 1))`;

/** The hours of class of a school, each from its day on, the first first, as JSON. */
export const datedHoursOf = (school: string) =>
  `coalesce((select json_agg(json_build_object('from', h.from_day, 'hours', h.hours) order by h.from_day)
      from school_opening_hours h where h.school_id = ${school}), '[]')`;

/** The académie de Lyon is in zone A. */
export const ZONE = 'A';

/** Periods without class in the plan's zone, as JSON: the published ones and the days answered beside them. */
export const SCHOOL_HOLIDAYS = `coalesce((select json_agg(json_build_object('from', p.from_day, 'to', p.to_day) order by p.from_day)
      from (select from_day, to_day from school_holiday where zone = '${ZONE}'
            union all select day, day from school_bridge_day where zone = '${ZONE}' and is_holiday) p), '[]')`;

/** Days of class in the plan's zone within a period of days: `day`. @param from and to: words of SQL */
export const classDaysIn = (from: string, to: string): string =>
  `select g.day::date as day from generate_series(${from}::date, ${to}::date, interval '1 day') g(day)
    where extract(isodow from g.day) <= 5 and not exists (select from public_holiday p where p.day = g.day::date)
      and not exists (select from school_holiday h where h.zone = '${ZONE}' and g.day::date between h.from_day and h.to_day)
      and not exists (select from school_bridge_day b where b.zone = '${ZONE}' and b.is_holiday and b.day = g.day::date)`;

export const PUBLIC_HOLIDAYS = 'select day::text from public_holiday';

/** What a role may be given over, of each kind: `id`, `label`, and the `words` it is found by. */
export const PLACES = {
  school: `select s.id, s.name || ', ' || m.name as label, s.name || ' ' || m.name || ' ' || s.uai as words
             from school s join commune m on m.id = s.commune_id where s.state = 'open'`,
  commune: 'select id, name as label, name as words from commune',
  'managing-body': 'select id, name as label, name as words from managing_body',
  circonscription: `select id, name as label, name || ' ' || code as words from circonscription`,
};

/** The row of a place by its id $1, of each kind: nobody is given a school that is closed for good. */
export const PLACE_BY_ID = {
  school: `select from school where id = $1 and state = 'open'`,
  commune: 'select from commune where id = $1',
  'managing-body': 'select from managing_body where id = $1',
  circonscription: 'select from circonscription where id = $1',
};

/** Is there a commune $1, and of which kind is the body $2? */
export const PARTY_FACTS =
  'select exists (select from commune where id = $1) as commune, (select b.kind from managing_body b where b.id = $2) as body';

/** Every commune, and every body of the kinds: id and name. */
export const COMMUNES = 'select id, name from commune';
export const bodiesOf = (kinds: readonly BodyKind[]) =>
  `select id, name from managing_body where ${anyOf('kind', kinds)}`;

/** The room $1, when it is one of the school $2 and there still: it stays until the transaction ends. */
export const ROOM_OF_SCHOOL = 'select from room where id = $1 and school_id = $2 and not removed for key share';

/** Whether somebody of a school must be there when work is done. @param school words of SQL */
export const PRESENCE_NEEDED_OF = (school: string) => `(select presence_needed from school where id = ${school})`;

/** The name of the school $1. */
export const SCHOOL_NAME = 'select name from school where id = $1';

/** Open schools with every code that they have, or have had: what lists of other programs name them by. */
export const SCHOOLS_BY_NAME = `select s.id, s.name, m.name as "communeName",
    array(select s.uai union select u.uai from school_uai u where u.school_id = s.id) as uais
  from school s join commune m on m.id = s.commune_id where s.state = 'open' order by s.id`;

/** Is there a commune $1? */
export const COMMUNE_THERE = 'select from commune where id = $1';

/** Where the school $1 stands. */
export const COMMUNE_OF_SCHOOL = 'select commune_id as "communeId" from school where id = $1';

/** How many days of class the week of a Monday has in the plan's zone, from Monday to Friday. @param week words of SQL */
export const CLASS_DAYS = (week: string) =>
  `(select count(*)::int from generate_series(${week}, ${week} + 4, interval '1 day') d(day)
     where not exists (select from school_holiday h where h.zone = '${ZONE}' and d.day::date between h.from_day and h.to_day)
       and not exists (select from school_bridge_day b where b.zone = '${ZONE}' and b.is_holiday and b.day = d.day::date)
       and not exists (select from public_holiday p where p.day = d.day::date))`;
