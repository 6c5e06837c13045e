import type { ThreadEntry as Move } from '@parc/api-client';
import { dayAndTime, money, type ThreadEntry } from '@parc/ui';

/** Figures of a move in words: "1 368,00 € réservés", "pour le mar. 17 nov. à 16 h 30". */
const DETAIL_WORDS: Record<string, (value: unknown) => string> = {
  reservedCents: (value) => amountWords(value, 'réservés'),
  committedCents: (value) => amountWords(value, 'engagés'),
  complementCents: (value) => amountWords(value, 'de plus'),
  reportedCents: (value) => amountWords(value, 'de travaux déclarés'),
  spentCents: (value) => amountWords(value, 'réalisés'),
  releasedCents: (value) => (value === 0 ? '' : amountWords(value, 'rendus à l’école')),
  plannedFrom: (value) => (typeof value === 'string' ? `pour le ${dayAndTime(value)}` : ''),
  invoiceNumber: (value) => (typeof value === 'string' ? `facture ${value}` : ''),
};

/** The thread of an order as `parc-thread` shows it, newest first. */
export function threadEntries(moves: readonly Move[]): readonly ThreadEntry[] {
  return moves.map((move, index) => {
    const system = move.role === 'system';
    const detail = detailWords(move);
    return {
      id: `${move.at}-${index}`,
      title: move.word,
      actor: move.name === null || system ? move.roleLabel : `${move.roleLabel}, ${move.name}`,
      at: move.at,
      kind: system ? 'system' : 'done',
      ...(system && move.reason ? { detail: move.reason } : detail === '' ? {} : { detail }),
      ...(!system && move.reason ? { reason: move.reason } : {}),
    };
  });
}

function detailWords(move: Move): string {
  // What the move itself brings about is said; what it started from stands in the entry before it.
  const skipped = move.action === 'report' || move.action === 'complement' ? new Set(['committedCents']) : new Set();
  return Object.entries(move.detail)
    .filter(([name]) => !skipped.has(name))
    .map(([name, value]) => DETAIL_WORDS[name]?.(value) ?? '')
    .filter((words) => words !== '')
    .join(' · ');
}

function amountWords(value: unknown, what: string): string {
  return typeof value === 'number' ? `${money(value)} ${what}` : '';
}
