import type { LoadClient } from './load.js';
import { CHECKS, RETURNS } from './upkeep-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const UPKEEP_TABLES = [
  ...(['upkeep_plan', 'upkeep_check', 'upkeep_check_device', 'upkeep_check_move'] as const),
  ...(['warranty_return', 'warranty_return_move'] as const),
] as const;

/**
 * Plans of upkeep with their checks of four years, a campaign that is half done, and what went back to its maker: made inside the
 * database, once devices and tickets are there.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function lookAfter(client: LoadClient, today: string): Promise<void> {
  for (const sql of [...CHECKS, ...RETURNS]) await client.query(sql, sql.includes('$1') ? [today] : []);
}
