import type { OrderAction } from '../orders/order-lifecycle.js';
import type { EntryKind } from './entry-kinds.js';
import { ENVELOPE_KINDS, type EnvelopeKind } from './envelope-kinds.js';
import type { StatementLine } from './statement.js';

/** The other side of a transfer or carry-over, as far as the reader may know it. */
export type Counterpart =
  | { side: 'reserve' }
  | { side: 'own'; kind: EnvelopeKind; year: number }
  | { side: 'school'; name: string }
  /** Outside the reader's scope: its name and amounts are its own business. */
  | { side: 'other-school' };

/** Where an entry comes from. Reasons of orders are not here: they belong to the order's thread, which not everybody reads. */
export interface EntryOrigin {
  kind: EntryKind;
  /** Money came in (true) or went out, for entries between two envelopes. */
  incoming: boolean;
  counterpart: Counterpart | null;
  /** Null when no order is concerned. */
  orderTitle: string | null;
  /** The move of the order that wrote the entry. */
  action: OrderAction | null;
  bySystem: boolean;
  /** Of an allocation, transfer, lapse or correction. */
  reason: string | null;
  corrects: boolean;
}

const RELEASED_BY: Partial<Record<OrderAction, string>> = {
  withdraw: 'reprise par l’école',
  return: 'renvoyée à l’école',
  reject: 'refusée',
  cancel: 'annulée',
  lapse: 'rendue en fin d’année',
};

/** What a line of the statement concerns, in a few words, beside the order's number when there is one. */
export function lineAbout(line: Pick<StatementLine, 'kind' | 'effect'>, origin: EntryOrigin): string {
  const { kind, reason, orderTitle } = origin;
  if (origin.corrects) return `correction : ${reason}`;
  if (kind === 'carry-over') return [orderTitle, carried(origin)].filter(Boolean).join(', ');
  if (orderTitle !== null) return orderAbout(line, origin, orderTitle);
  switch (kind) {
    case 'transfer':
      return [transferred(origin), reason].filter(Boolean).join(', ');
    case 'lapse':
      return reason ?? 'non utilisé en fin d’année';
    case 'expense':
      return reason ?? 'intervention de maintenance';
    case 'provisional-allocation':
      return reason ?? 'en attendant le vote';
    default:
      return reason ?? 'selon la règle votée';
  }
}

function orderAbout(line: Pick<StatementLine, 'kind' | 'effect'>, origin: EntryOrigin, orderTitle: string): string {
  if (line.kind === 'rounding') return 'au service fait';
  if (line.kind === 'commitment' && line.effect === 'takes') return 'complément, plus cher que prévu';
  if (line.kind === 'commitment' && origin.bySystem) return 'd’office, sous le seuil';
  if (line.kind !== 'release') return orderTitle;
  if (origin.kind === 'commitment') return 'accordée en partie';
  if (origin.kind === 'expense') return 'moins cher que prévu';
  return (origin.action && RELEASED_BY[origin.action]) ?? orderTitle;
}

function transferred({ incoming, counterpart }: EntryOrigin): string {
  const way = incoming ? 'reçu de' : 'versé à';
  switch (counterpart?.side) {
    case 'reserve':
      return `${way} la réserve du plan`;
    case 'own':
      return `${way} l’enveloppe ${ENVELOPE_KINDS[counterpart.kind].word.toLowerCase()}`;
    case 'school':
      return `${way} ${inSentence(counterpart.name)}`;
    default:
      return incoming ? 'reçu d’une autre école' : 'versé à une autre école';
  }
}

function carried({ incoming, counterpart }: EntryOrigin): string {
  if (counterpart?.side !== 'own') return incoming ? 'reçu en report' : 'reporté';
  return `${incoming ? 'reporté de' : 'reporté sur'} ${counterpart.year}`;
}

/** "École du Mollard" → "l’école du Mollard", "UEMA des Tilleuls" → "l’UEMA des Tilleuls". */
function inSentence(schoolName: string): string {
  if (schoolName.startsWith('École')) return `l’é${schoolName.slice(1)}`;
  return /^[AEIOUÉ]/.test(schoolName) ? `l’${schoolName}` : schoolName;
}
