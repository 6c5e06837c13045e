import { addCalendarDays, mondayOf, schoolYearOf } from '@parc/domain';
import type { LoadClient } from './load.js';
import * as SQL from './usage-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const USAGE_TABLES = [
  ...(['equipment_stay', 'usage_source', 'usage_token', 'usage_batch', 'usage_week', 'usage_declared'] as const),
  ...(['usage_school_week', 'usage_subject_week', 'usage_rolled_week'] as const),
] as const;

/** What each row, or each statement, would set off: written whole here instead. */
const SET_OFF = [
  ['equipment_move', 'equipment_stays_follow'],
  ['equipment_stay', 'usage_stay_touches'],
  ['usage_week', 'usage_week_added'],
  ['usage_declared', 'usage_declared_touches'],
] as const;

const set = async (client: LoadClient, how: 'enable' | 'disable'): Promise<void> => {
  for (const [table, trigger] of SET_OFF) await client.query(`alter table ${table} ${how} trigger ${trigger}`);
};

/** From here to `measureUse`, in this transaction, moves tell no stays one by one. */
export const holdStays = (client: LoadClient): Promise<unknown> =>
  client.query('alter table equipment_move disable trigger equipment_stays_follow');

/**
 * Where devices stood, who measures them, and the use of the school year that goes on: what first pages show. Nothing of it is
 * drawn, a hash says it.
 * @param today the day on whose morning the demonstration opens
 */
export async function measureUse(client: LoadClient, today: string): Promise<void> {
  await client.query('set constraints all immediate');
  await set(client, 'disable');
  await client.query('select equipment_stays_told()');
  await client.query('analyze equipment_stay, equipment');
  await client.query(SQL.SOURCES_DECLARED);
  await client.query(SQL.TOKENS, [today]);
  await client.query(SQL.WEEKS, [today]);
  await client.query(SQL.DEVICES_MEASURED);
  await client.query('analyze usage_demo_week, usage_demo_device');
  await tell(client, today, { from: rentree(today), to: today });
  await set(client, 'enable');
}

/**
 * The years before, once the demonstration is open: half a million figures that no first page shows, in one transaction of their
 * own.
 */
export async function rememberUse(client: LoadClient, today: string, actor: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`select set_config('parc.actor', $1, true)`, [actor]);
    await client.query(`set local jit = off; set local work_mem = '64MB'`);
    await set(client, 'disable');
    await tell(client, today, { from: SQL.FIRST_WEEK, to: addCalendarDays(rentree(today), -7) });
    await set(client, 'enable');
    await client.query('drop table usage_demo_week, usage_demo_device');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function tell(client: LoadClient, today: string, { from, to }: { from: string; to: string }): Promise<void> {
  const { startYear } = schoolYearOf(today);
  for (let year = schoolYearOf(from).startYear; year <= startYear; year++)
    await client.query('select usage_year($1)', [year]);
  const within = [from, to];
  await client.query(SQL.FACTS, [...within, today]);
  await client.query('analyze usage_week');
  await client.query(SQL.BATCHES, [...within, today]);
  await client.query(SQL.DECLARED, within);
  for (const sql of SQL.SUMS) await client.query(sql, within);
}

/** The first Monday of the school year: a week is in the year of its own. */
function rentree(today: string): string {
  const { from } = schoolYearOf(today);
  return mondayOf(addCalendarDays(from, 6));
}
