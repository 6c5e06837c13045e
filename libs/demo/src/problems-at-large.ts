import { REMEDIES, REMEDIES_READ, TICKET_SERVICE_NAMES, type RemedyState } from '@parc/domain';
import type { LoadClient } from './load.js';
import {
  PROBLEM_MOVES,
  PROBLEM_NUMBERS,
  PROBLEMS_MADE,
  REMEDIES_COUNTED,
  REMEDIES_MADE,
  REMEDY_MOVES,
  REMEDY_VERSIONS,
  TICKETS_JOINED,
} from './problems-at-large.sql.js';
import { REMEDY_TEXTS, type RemedyText } from './remedy-texts.js';

/** What only stands here, and not among the rows that are sent. */
export const PROBLEM_TABLES = [
  ...(['problem', 'problem_ticket', 'problem_move'] as const),
  ...(['remedy', 'remedy_version', 'remedy_tally', 'remedy_move'] as const),
] as const;

/**
 * An outage that is known since yesterday and a bad batch that was mended, with the tickets they join; and what schools may
 * try before they report.
 *
 * @param today the day on whose morning the demonstration opens
 */
export async function knowCauses(client: LoadClient, today: string): Promise<void> {
  for (const statement of [PROBLEMS_MADE, TICKETS_JOINED]) await client.query(statement, [today]);
  for (const statement of [PROBLEM_MOVES, PROBLEM_NUMBERS]) await client.query(statement);
  const texts = JSON.stringify(REMEDY_TEXTS.map(rowOf));
  await client.query(REMEDIES_MADE, [texts, today]);
  await client.query(REMEDIES_COUNTED, [texts]);
  for (const statement of [REMEDY_VERSIONS, REMEDY_MOVES]) await client.query(statement);
}

const AFTER = (action: (typeof REMEDIES)['actions'][number]): RemedyState =>
  REMEDIES.moves.find((move) => move.action === action)!.next;

function stateOf({ stands }: RemedyText): RemedyState {
  if (stands === undefined) return REMEDIES_READ[0]!;
  return stands === 'not-yet' ? REMEDIES.initial : AFTER('withdraw');
}

function rowOf(remedy: RemedyText, index: number): object {
  const { of, steps, stands: _, ...text } = remedy;
  const service = TICKET_SERVICE_NAMES.find((name) => name === of) ?? null;
  const family = service !== null || of === 'any' ? null : of;
  return { ...text, n: index + 1, family, service, steps: steps.join('\n'), state: stateOf(remedy) };
}
