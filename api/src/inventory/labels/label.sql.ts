import { type Joined } from '../../platform/database/joins.sql.js';

/** Every label of a device, those of before too, over `e`. */
export const LABELS_OF_DEVICE: Joined = ['equipment_label', 'l', 'l.equipment_id = e.id'];

/** The label that a device bears, over `e`. */
export const LABEL_BORNE: Joined = ['equipment_label', 'l', 'l.code = e.tag'];

/** Who replaced a label. */
export const REPLACED_BY = 'l.account_id';

/** The device that a code leads to, or that has a serial number: a label wins over a number that reads alike. @param code, serial words of SQL */
export const deviceOfCode = (code: string, serial: string) => `coalesce(
  (select l.equipment_id from equipment_label l where l.code = ${code}),
  (select x.id from equipment x where x.serial = ${serial}))`;

/** The same of `:code` and `:serial`. */
export const DEVICE_OF_CODE = deviceOfCode(':code', ':serial');
