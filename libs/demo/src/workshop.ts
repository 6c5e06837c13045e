import type { DemonstrationDays } from './days.js';
import { createDays } from './days.js';
import type { Identifiers, Random } from './random.js';
import { createIdentifiers, createRandom } from './random.js';
import type { DemonstrationRows } from './rows.js';
import { TABLES_IN_ORDER } from './rows.js';

/** What every part of the generator works with: its calendar, its chance, its identifiers and the rows made so far. */
export interface Workshop {
  readonly today: string;
  readonly year: number;
  /** Nothing recorded happens at or after this instant: the demonstration opens on the morning of `today`. */
  readonly now: string;
  readonly days: DemonstrationDays;
  readonly rows: DemonstrationRows;
  random(stream: string): Random;
  identify: Identifiers;
}

/** The day the plan's first rows are dated from. */
export const PLAN_START = '2023-01-01';

/** Five in the morning: before anybody's day begins, whatever the season. */
const MORNING = 'T03:00:00.000Z';

export function openWorkshop(seed: number, today: string): Workshop {
  const rows = Object.fromEntries(TABLES_IN_ORDER.map((table) => [table, []])) as unknown as DemonstrationRows;
  return {
    today,
    year: Number(today.slice(0, 4)),
    now: today + MORNING,
    days: createDays(today),
    rows,
    random: (stream) => createRandom(seed, stream),
    identify: createIdentifiers(createRandom(seed, 'identifiers')),
  };
}
