import type { LoadClient } from './load.js';
import { DEEDS, DEVICES, MOVES, NUMBERS, PARTS, VISITS, VISITS_OF_YEARS } from './visits-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const VISIT_TABLES = ['visit', 'visit_part', 'visit_device', 'visit_move'] as const;

/** The visits of the years: what each technician has repaired and installed at one school on one day, made inside the database. */
export async function visitSchools(client: LoadClient): Promise<void> {
  for (const sql of [DEEDS, VISITS_OF_YEARS, VISITS, PARTS, DEVICES, MOVES, NUMBERS]) await client.query(sql);
}
