import { LABEL_REPORTS_WAITING } from '@parc/domain';
import { inStates } from '../../platform/database/in-states.js';

const WAITING = inStates('y.state', LABEL_REPORTS_WAITING);

/** Whether a device's school is asked about a report of it. @param device words of SQL */
export const KNOWN_WAITING = (device: string) =>
  `exists (select from label_report y where y.equipment_id = ${device} and ${WAITING})`;

/** How many reports of the school $1 wait. */
export const WAITING_OF_SCHOOL = `select count(*)::int as waiting from label_report y where y.school_id = $1 and ${WAITING}`;

/** Those that nobody has answered since before $1, the oldest first. @param most how many */
export const WAITING_SINCE = (most: number) =>
  `select y.id from label_report y where y.reported_at < $1 and ${WAITING} order by y.reported_at limit ${most}`;

/** What the nightly purge forgets: networks from which nothing has come since $1. */
export const FORGET_LABEL_WINDOWS = 'delete from label_report_window where last_at < $1';
