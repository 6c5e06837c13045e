import { byId, type Joined } from '../platform/database/joins.sql.js';

/** The noon of a week's Thursday in Paris: where a device was then, it was that week. @param week words of SQL, a Monday */
const THURSDAY = (week: string) => `((${week} + 3) + time '12:00') at time zone 'Europe/Paris'`;

/** Where a device stood in a week, as `y`; both words of SQL. */
export const stayInWeek = (device: string, week: string, alias = 'y'): Joined => [
  'equipment_stay',
  alias,
  `${alias}.equipment_id = ${device} and ${alias}.from_at <= ${THURSDAY(week)}
     and (${alias}.until_at is null or ${alias}.until_at > ${THURSDAY(week)})`,
];

/** Every stay of a week: device, school. @param week words of SQL, a Monday */
export const staysInWeek = (week: string): string =>
  `select equipment_id as device_id, school_id from equipment_stay
    where from_at <= ${THURSDAY(week)} and (until_at is null or until_at > ${THURSDAY(week)})`;

/** What a device is, as `e` and `f`: its model, and the family that this is in, where it is known. */
export const deviceKind = (device: string): readonly [Joined, Joined] => [
  byId('equipment', 'e', device),
  familyOf('e.model_id'),
];

/** Whatever a device is called by: its labels, one of before too, and its serial number, in capitals. */
export const DEVICE_KEYS = `select code as key, equipment_id as device_id from equipment_label
  union select upper(serial), id from equipment where serial is not null`;

/** The family that a model is in, as `f`, where it is known. */
export const familyOf = (model: string): Joined => ['equipment_model', 'f', `f.model_id = ${model}`];
