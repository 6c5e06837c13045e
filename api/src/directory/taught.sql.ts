import { FOUR_DAY_WEEK, SCHOOL_WEEKDAYS } from '@parc/domain';
import { quoted } from '../platform/database/kinds.sql.js';
import { ZONE } from './school.sql.js';

const WEEKDAYS = SCHOOL_WEEKDAYS.map(quoted).join(', ');
/** Spaced: a colon before a word would be taken for a parameter. */
const COMMONEST = `${quoted(JSON.stringify(FOUR_DAY_WEEK, null, 1))}::jsonb`;

/** The week of a school on a day, as `weekInForce` of libs/domain answers. */
const weekOn = (school: string, day: string) =>
  `coalesce((select h.hours from school_opening_hours h where h.school_id = ${school} and h.from_day <= ${day} order by h.from_day desc limit 1), ${COMMONEST})`;

/** No class that day, whatever the school: a public holiday, or one of its zone. */
const isOff = (day: string) =>
  `(exists (select from public_holiday p where p.day = ${day})
    or exists (select from school_holiday p where p.zone = '${ZONE}' and ${day} between p.from_day and p.to_day)
    or exists (select from school_bridge_day p where p.zone = '${ZONE}' and p.is_holiday and p.day = ${day}))`;

/**
 * The half-days that a school teaches from a day to another, as instants: `starts_at`, `ends_at`. What `classHalfDays` of
 * libs/domain answers of each day, for many at once. All are words of SQL.
 */
export const halfDaysTaught = (school: string, from: string, to: string): string =>
  `select (d.day + (w.half ->> 0)::time) at time zone 'Europe/Paris' as starts_at, (d.day + (w.half ->> 1)::time) at time zone 'Europe/Paris' as ends_at
     from (select g.at::date as day from generate_series(${from}::date::timestamp, ${to}::date::timestamp, interval '1 day') g(at)) d
     cross join lateral (select ${weekOn(school, 'd.day')} -> (array[${WEEKDAYS}])[extract(isodow from d.day)::int] as hours) o
     cross join lateral (values (o.hours -> 'morning'), (o.hours -> 'afternoon')) w(half)
    where jsonb_typeof(w.half) = 'array' and not ${isOff('d.day')}`;
