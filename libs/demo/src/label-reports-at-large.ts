import type { LoadClient } from './load.js';
import { LABEL_REPORTS } from './label-reports-at-large.sql.js';

/** What only stands here, and not among the rows that are sent. */
export const LABEL_REPORT_TABLES = ['label_report'] as const;

/**
 * Breakdowns that people without account have reported by a label these days: three for the head who shows the plan, one in
 * some other schools.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function reportByLabels(client: LoadClient, today: string): Promise<void> {
  await client.query(LABEL_REPORTS, [today]);
}
