import { FEWEST_USERS, MEASURABLE_FAMILIES, PERSONAL_FAMILIES } from '@parc/domain';
import { deviceKind, staysInWeek } from '../inventory/stay.sql.js';
import { anyOf, noneOf } from '../platform/database/kinds.sql.js';
import { join, type Rows } from '../platform/database/joins.sql.js';

/**
 * Use of a school, a week (its Monday, `week`) and a model, as `u`: `school_id`, `model_id`; `devices`, the shared devices that
 * stood there that Thursday, of which `measured` in minutes and `seen` without; of the measured `used` at all and `served` an hour
 * at the least; `minutes`, `sessions`; `users_at_least` and `users_most`, for `mayShow`. A week that nobody has told is there too,
 * with nothing measured.
 */
export const USE_BY_WEEK: Rows = ['usage_school_week', 'u'];

/** Uses with a subject of a school and a week, as `x`: `subject`, `measured`, `declared`. */
export const SUBJECTS_BY_WEEK: Rows = ['usage_subject_week', 'x'];

/** Weeks that are summed, as `r`: `week`, `rolled_at`. */
export const SUMMED_WEEKS: Rows = ['usage_rolled_week', 'r'];

/** Whether a sum of rows of `u` may be shown by itself, as `mayShowUse` says. */
export const MAY_SHOW_USE = `(max(u.users_most) >= ${FEWEST_USERS} or (sum(u.served) >= ${FEWEST_USERS} and sum(u.users_at_least) >= ${FEWEST_USERS}))`;

/** The last summed week that is over, or none. @param today words of SQL */
export const LAST_SUMMED_WEEK = (today: string) =>
  `select max(r.week)::text as week from usage_rolled_week r where r.week + 7 <= ${today}`;

/**
 * Shared devices of measurable families where they stood in the last of some weeks, as rows of `device_id, school_id, weeks, minutes`: how many of those
 * weeks are known in minutes, wherever it stood then, and what they come to. It reads facts: for what works figures out, never for a screen.
 * @param weeks an array of Mondays @param school narrows it to one: words of SQL
 */
export const USE_OF_DEVICES = (weeks: string, school: string | null = null): string => {
  const [device, family] = deviceKind('y.device_id');
  return `select y.device_id, y.school_id, count(x.minutes)::int as weeks, coalesce(sum(x.minutes), 0)::bigint as minutes
    from (${staysInWeek(`(select max(w) from unnest(${weeks}) w)`)}) y ${join(device)} ${join(family)}
    left join (select z.device_id, z.week, max(z.minutes) as minutes from usage_week z where z.week = any(${weeks}) group by z.device_id, z.week) x
      on x.device_id = y.device_id
   where not e.is_container and ${anyOf('f.family', MEASURABLE_FAMILIES)} and ${noneOf('f.family', PERSONAL_FAMILIES, '<>')}${school === null ? '' : ` and y.school_id = ${school}`}
   group by y.device_id, y.school_id`;
};
