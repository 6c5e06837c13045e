import type { Cents } from '../money/money.js';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds.js';
import type { Hold } from './ledger.js';

/** An entry as a statement reads it: what moved, and what was left. */
export interface StatementEntry {
  kind: EntryKind;
  openedChange: Cents;
  reservedChange: Cents;
  committedChange: Cents;
  spentChange: Cents;
  availableAfterCents: Cents;
  /** Amount of the hold it opens. */
  opensCents: Cents | null;
  /** The hold it resolves, whole. */
  resolves: Pick<Hold, 'kind' | 'amountCents'> | null;
}

/** What a line does to what is left: takes from it, gives back to it, or moves money that was already taken. */
export const STATEMENT_EFFECTS = ['takes', 'gives', 'moves'] as const;
export type StatementEffect = (typeof STATEMENT_EFFECTS)[number];

/** As printed before the amount, with the legend people read under the statement. */
export const EFFECT_SIGNS: Record<StatementEffect, { sign: string; legend: string }> = {
  takes: { sign: '−', legend: 'retire du disponible' },
  gives: { sign: '+', legend: 'rend au disponible' },
  moves: { sign: '=', legend: 'change de case, le disponible ne bouge pas' },
};

export interface StatementLine {
  kind: EntryKind;
  word: string;
  effect: StatementEffect;
  /** Never negative: the effect says which way it goes. */
  amountCents: Cents;
  /** What is left after this line: the line before it, plus or minus this one. */
  availableAfterCents: Cents;
}

/**
 * The lines of one entry, in the order in which they happen. An approval in part and a certification below the commitment
 * are one row of the ledger but two things to people: the money that changes its box, then what is given back
 * (ledger.md).
 */
export function statementLines(entry: StatementEntry): StatementLine[] {
  const { kind, availableAfterCents } = entry;
  const change = entry.openedChange - entry.reservedChange - entry.committedChange - entry.spentChange;
  const moved = movedCents(entry);
  if (moved === null) {
    const effect = change < 0 ? 'takes' : change > 0 ? 'gives' : 'moves';
    return [line(kind, effect, Math.abs(change), availableAfterCents)];
  }
  const first = line(kind, 'moves', moved, availableAfterCents - change);
  return change === 0 ? [first] : [first, line('release', 'gives', change, availableAfterCents)];
}

/** What changes its box without touching what is left; null when the entry takes or gives. */
function movedCents(entry: StatementEntry): Cents | null {
  switch (entry.kind) {
    case 'commitment':
      return entry.resolves?.kind === 'reserved' ? entry.opensCents : null;
    case 'expense':
      return entry.resolves ? entry.spentChange : null;
    case 'carry-over':
      return Math.abs(entry.openedChange);
    default:
      return null;
  }
}

function line(kind: EntryKind, effect: StatementEffect, amountCents: Cents, availableAfterCents: Cents): StatementLine {
  return { kind, word: ENTRY_KINDS[kind].word, effect, amountCents, availableAfterCents };
}
