import type { LoadClient } from './load.js';
import { DEVICES_MOVED, KITS, LOANS, NUMBERS, TOLD } from './loans-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const LOAN_TABLES = ['loan_kit', 'loan', 'loan_move', 'loan_check', 'loan_device'] as const;

/**
 * Kits and their loans since the plan's first rentrée: made inside the database, as the devices are. One is late and awaited,
 * one asked for, some are out; each device's own history went with them.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function lendKits(client: LoadClient, today: string): Promise<void> {
  for (const sql of KITS) await client.query(sql);
  await client.query(LOANS, [today]);
  for (const sql of [...TOLD, ...DEVICES_MOVED, NUMBERS]) await client.query(sql);
}
