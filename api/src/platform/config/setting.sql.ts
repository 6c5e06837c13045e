/** Every setting as it holds on a day. */
export const SETTINGS_ON = (day: string) =>
  `select distinct on (name) name, value from setting where from_day <= ${day} order by name, from_day desc`;

/** Columns of one setting's row as it holds on a day, or none: the product's default holds. */
export const settingOn = (columns: string, name: string, day: string) =>
  `select ${columns} from setting where name = ${name} and from_day <= ${day} order by from_day desc limit 1`;

/** Every row of some settings, the first day first: what held on days that have passed is read too. */
export const SETTING_ROWS = `select name, value, from_day::text as "from" from setting where name = any($1) order by from_day`;

/** One setting from a day on: its name, the day, the value, where it comes from. A row of that day is corrected, those before it stay. */
export const SETTING_FROM = `insert into setting (name, from_day, value, source) values ($1, $2::date, $3::jsonb, $4)
  on conflict (name, from_day) do update set value = excluded.value, source = excluded.source,
    version = setting.version + 1`;

/** Which version some settings are at, together: each row that is written makes it the next, and none is ever taken out. */
export const SETTINGS_VERSION = `select 1 + coalesce(sum(version), 0)::int as version from setting where name = any($1)`;

/** Whoever writes some settings waits for who does so too. */
export const SETTINGS_IN_TURN = `select pg_advisory_xact_lock(hashtext('settings ' || $1))`;

/** When some settings changed, the last to begin first. */
export const SETTING_CHANGES = `select name, from_day::text as "from", source from setting where name = any($1)
  order by from_day desc, name limit $2`;

/** Whom each role of the sign-in page enters as, in a demonstration. */
export const DEMONSTRATION_PERSONAS = `select value from setting where name = 'demonstration.personas'`;
