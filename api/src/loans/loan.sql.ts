import { LOANS_HOLDING, LOANS_OUT, LOANS_PROMISED, LOANS_TO_CHECK } from '@parc/domain';
import { WHOLE_OF } from '../inventory/equipment.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { byId, leftJoin, type Joined } from '../platform/database/joins.sql.js';

/** How far a loan of a device, or of the case that it lies in, is: what the rules of devices ask. @param device words of SQL */
export const LOAN_OF = (device: string) =>
  `coalesce((select case when ${inStates('y.state', LOANS_OUT)} then 'handed-over' when ${inStates('y.state', LOANS_TO_CHECK)} then 'returned' else 'granted' end
     from loan y where y.equipment_id = ${WHOLE_OF(device)}
      and ${inStates('y.state', LOANS_HOLDING)} order by y.starts limit 1), 'none')`;

/** Whether a device is offered for loans under a name, or lies in what is. @param device words of SQL */
export const OF_KIT = (device: string) =>
  `exists (select from loan_kit y where y.offered and y.equipment_id = ${WHOLE_OF(device)})`;

/** Whether a device is kept for loans: offered for them, promised, out, or not checked yet. @param whole it, or the case that it lies in: words of SQL */
export const FOR_LOANS = (whole: string) =>
  `(exists (select from loan_kit y where y.offered and y.equipment_id = ${whole})
     or exists (select from loan y where y.equipment_id = ${whole} and ${inStates('y.state', LOANS_HOLDING)}))`;

/** Whether somebody has a device by `l` now, or the case that it lies in. @param device words of SQL */
export const OUT_OF = (device: string) => `l.equipment_id = ${WHOLE_OF(device)} and ${inStates('l.state', LOANS_OUT)}`;

/** Which school has a device on loan now, or the case that it lies in; null: none. @param device words of SQL */
export const BORROWER_OF = (device: string) => `(select l.school_id from loan l where ${OUT_OF(device)})`;

/** By which loan somebody has it now, as JSON of `id`, `number`, `kitName` (null of a spare) and `toDay`. @param among over `l` */
export const LENT_NOW = (device: string, among: string) =>
  `(select json_build_object('id', l.id, 'number', l.number, 'kitName', k.name, 'toDay', l.to_day)
     from loan l ${leftJoin(kitOf())} where ${OUT_OF(device)} and (${among}))`;

/** Whether a device is lent under a name of its own. @param device words of SQL */
export const IS_KIT = (device: string) => `exists (select from loan_kit y where y.equipment_id = ${device})`;

/** The next number of a year's loans: P-2026-00081. @param year a word of SQL */
export const NEXT_LOAN_NUMBER = (year: string) =>
  `'P-' || ${year}::int || '-' || to_char(nextval('loan_number_' || ${year}::int), 'FM9999999999900000')`;

/** The kit of a loan, as `k`. */
export const kitOf = (id = 'l.kit_id', alias = 'k'): Joined => byId('loan_kit', alias, id);

/** What is lent, in a word: the kit's name, else the model's, over `k` and `i`. */
export const LENT_NAME = 'coalesce(k.name, i.name)';

/** Out past its end, over `l`. @param now a half-day's number, a word of SQL */
export const LATE = (now: string) => `(${inStates('l.state', LOANS_OUT)} and l.ends <= ${now})`;

/**
 * From which half-day on somebody else may have what `l` holds. What is late, or not checked in time, holds until the next loan
 * that is promised still, and without one until nobody knows: as the table writes it at the next request. @param now a word of SQL
 */
export const HELD_UNTIL = (now: string) =>
  `case when ${LATE(now)} or (${inStates('l.state', LOANS_TO_CHECK)} and l.held_until <= ${now})
     then (select min(n.starts) from loan n where n.equipment_id = l.equipment_id and ${inStates('n.state', LOANS_PROMISED)} and n.starts > l.starts and n.ends > ${now})
     else l.held_until end`;

/** Whether somebody has a device, or it is checked after somebody had it. @param now a half-day's number, a word of SQL */
export const HELD_NOW = (device: string, now: string) =>
  `exists (select from loan l where l.equipment_id = ${device} and ${inStates('l.state', LOANS_HOLDING)} and l.starts <= ${now}
     and coalesce(${HELD_UNTIL(now)} > ${now}, true))`;
