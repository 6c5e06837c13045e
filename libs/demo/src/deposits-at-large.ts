import { DEPOSITS } from './deposits-at-large.sql.js';
import type { LoadClient } from './load.js';

/** What only stands here, and not among the rows that are sent. */
export const DEPOSIT_TABLES = ['deposit', 'deposit_photo_slot', 'deposit_file'] as const;

/**
 * Two repairs that colleagues had closed meanwhile: handed in the day before, for the manager to read.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function handInRefused(client: LoadClient, today: string): Promise<void> {
  await client.query(DEPOSITS, [today]);
}
