import { CONTRACTS_LEFT_OUT } from '@parc/domain';
import { DEVICES, PIECES, WAVES } from './fleet-at-large.sql.js';
import { AWAITED, DELIVERIES, EQUIPMENT, MOVES, RECEIPTS } from './fleet-history.sql.js';
import type { LoadClient } from './load.js';

/**
 * What every school has, and what came of it since the plan's first rentrée: some eight thousand devices with their
 * history, made inside the database, where it is many times quicker than to send them. Nothing of it is drawn: a hash decides
 * what becomes of a device, so that the same plan has the same devices. The schools whose devices have a story of their
 * own (`fleet.ts`) keep that.
 *
 * @param today the day on whose morning the demonstration opens: what lies ahead has not happened
 */
export async function equipSchools(client: LoadClient, today: string): Promise<void> {
  // Thousands of rows have just come: what follows is planned on them.
  await client.query('analyze school, room, assignment, equipment, item_price');
  await client.query(WAVES, [today]);
  await client.query(PIECES, [[...CONTRACTS_LEFT_OUT]]);
  await client.query(DEVICES, [today]);
  for (const sql of [DELIVERIES, AWAITED, RECEIPTS, EQUIPMENT, MOVES]) await client.query(sql);
}
