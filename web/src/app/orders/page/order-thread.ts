import type { OrderPage } from '@parc/api-client';
import { frenchDay, ORDER_STATES, ORDERS } from '@parc/domain';
import { dayAndTime, money, type ThreadEntry } from '@parc/ui';

type Detail = Record<string, unknown>;

/** Figures of a move, in words. */
const TELLS: readonly [string, (value: number) => string][] = [
  ['reservedCents', (cents) => `${money(cents)} réservés`],
  ['committedCents', (cents) => `${money(cents)} engagés`],
  ['complementCents', (cents) => `complément de ${money(cents)}`],
  ['reportedCents', (cents) => `coût ${money(cents)}`],
  ['spentCents', (cents) => `${money(cents)} réalisés`],
  ['releasedCents', (cents) => `${money(cents)} rendus`],
];

/** The thread as the page shows it: what is awaited first, then who did what, newest first. */
export function orderThread(page: OrderPage): ThreadEntry[] {
  const done = threadOf(page.thread);
  const awaited = awaitedOf(page);
  return awaited ? [awaited, ...done] : done;
}

/** What was done, who did it and why, of moves of an order. */
export function threadOf(moves: readonly OrderPage['thread'][number][]): ThreadEntry[] {
  return moves.map((entry, index): ThreadEntry => {
    const system = entry.role === 'system';
    const detail = [...tellsOf(entry.detail as Detail), ...(system && entry.reason ? [entry.reason] : [])].join(' · ');
    return {
      id: `${entry.at} ${index}`,
      title: entry.word,
      // The application is called by its name, a person by theirs and their role.
      actor: system ? entry.roleLabel : [entry.name, entry.roleLabel.toLowerCase()].filter(Boolean).join(', '),
      at: entry.at,
      kind: system ? 'system' : 'done',
      ...(detail ? { detail } : {}),
      ...(!system && entry.reason ? { reason: entry.reason } : {}),
    };
  });
}

function tellsOf(detail: Detail): string[] {
  const words = TELLS.filter(([name]) => typeof detail[name] === 'number' && detail[name] !== 0).map(([name, say]) =>
    say(detail[name] as number),
  );
  if (typeof detail['plannedFrom'] === 'string') words.push(`pour le ${dayAndTime(detail['plannedFrom'])}`);
  if (typeof detail['invoiceNumber'] === 'string') words.push(`facture ${detail['invoiceNumber']}`);
  return words;
}

function awaitedOf(page: OrderPage): ThreadEntry | null {
  const title = ORDER_STATES[page.state].awaits;
  if (title === null) return null;
  const due = ORDERS.statesFrom('confirm').includes(page.state) ? page.verificationDueOn : null;
  return { id: 'awaited', title, kind: 'awaited', ...(due ? { detail: `avant le ${frenchDay(due)}` } : {}) };
}
