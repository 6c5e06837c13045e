/** Every setting as it holds on a day. */
export const SETTINGS_ON = (day: string) =>
  `select distinct on (name) name, value from setting where from_day <= ${day} order by name, from_day desc`;

/** Columns of one setting's row as it holds on a day, or none: the product's default holds. */
export const settingOn = (columns: string, name: string, day: string) =>
  `select ${columns} from setting where name = ${name} and from_day <= ${day} order by from_day desc limit 1`;

/** Whom each role of the sign-in page enters as, in a demonstration. */
export const DEMONSTRATION_PERSONAS = `select value from setting where name = 'demonstration.personas'`;
