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

/** Of a family of settings, those that hold on a day, as rows `name, value, source`. @param prefix, day words of SQL */
export const settingsNamed = (prefix: string, day: string) =>
  `select distinct on (name) name, value, source from setting where starts_with(name, ${prefix}) and from_day <= ${day} order by name, from_day desc`;

/** Every row of the setting `$1`, the last to begin first, as `from, value, source` and who wrote it last, an actor of the history. */
export const SETTING_WRITTEN = `select s.from_day::text as "from", s.value, s.source,
    (select h.actor from history h where h.table_name = 'setting' and h.row_id = s.id order by h.id desc limit 1) as actor
  from setting s where s.name = $1 order by s.from_day desc`;

/** Whom each role of the sign-in page enters as, in a demonstration. */
export const DEMONSTRATION_PERSONAS = `select value from setting where name = 'demonstration.personas'`;
