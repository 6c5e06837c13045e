import { FEWEST_USERS } from '@parc/domain';
import type { Rows } from '../platform/database/joins.sql.js';

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
