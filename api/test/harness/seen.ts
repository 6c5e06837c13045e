import { isOnMoney, lineAmounts } from '@parc/domain';
import type { Body } from './answers.js';
import type { Answer } from './person.js';

interface ShownLine {
  id: string;
  quantityAsked: number;
  unitNetCents: number;
  vatBasisPoints: number;
}

/** What an order's page shows of its money. */
export interface ShownOrder {
  askedCents: number | null;
  heldCents: number | null;
  reportedCents: number | null;
  lines: ShownLine[];
}

/** The total that a screen shows beside an act on money; null for an act that is about none. */
export function totalShown(page: ShownOrder | null, action: string, body: Body): number | null {
  if (action === 'confirm-on-site') return page?.reportedCents ?? 0;
  if (!isOnMoney(action)) return null;
  if (!page?.lines) return 0;
  switch (action) {
    case 'submit':
      return page.askedCents ?? 0;
    case 'approve':
      return sum(page.lines, (line) => given(body, line.id) ?? line.quantityAsked);
    case 'report':
      return (body as { costCents?: number }).costCents ?? sum(page.lines, (line) => given(body, line.id) ?? 0);
    case 'withdraw':
    case 'return':
    case 'reject':
    case 'cancel':
      return page.heldCents ?? 0;
    default:
      return page.reportedCents ?? 0;
  }
}

/**
 * Acts as somebody who looks, acts, and agrees to the new total when it has changed: what no page shows (the price of what
 * a report adds) is read from the refusal.
 * @param post sends a body
 */
export async function agreeing(
  post: (body: Body | undefined) => Promise<Answer>,
  body: Body | undefined,
  seenCents: number | null,
): Promise<Answer> {
  if (seenCents === null || (body && 'seenCents' in body)) return post(body);
  const answer = await post({ ...body, seenCents });
  if (answer.body?.code !== 'total.changed') return answer;
  return post({ ...body, seenCents: answer.body.totalCents });
}

function given(body: Body, lineId: string): number | undefined {
  const lines = (body as { lines?: { lineId: string; quantity: number }[] } | undefined)?.lines;
  return lines?.find((line) => line.lineId === lineId)?.quantity;
}

function sum(lines: readonly ShownLine[], quantityOf: (line: ShownLine) => number): number {
  return lines.reduce((cents, line) => cents + lineAmounts({ ...line, quantity: quantityOf(line) }).totalCents, 0);
}
