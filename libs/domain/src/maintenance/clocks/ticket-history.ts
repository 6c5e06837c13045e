import { isKind, kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';

/** How soon a breakdown must end, worked out from impact and urgency. */
export const TICKET_PRIORITIES = ['P1', 'P2', 'P3'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** For whom or what a ticket waits. The métropole's clock stops only where the métropole can do nothing. */
export const WAITS = kindRows<{ word: string; stops: boolean }>()({
  school: { word: 'en attente de l’école', stops: true },
  commune: { word: 'en attente de la commune', stops: true },
  'closed-school': { word: 'école fermée', stops: true },
  part: { word: 'en attente d’une pièce', stops: false },
  maker: { word: 'en attente du constructeur', stops: false },
});
export type Wait = Kind<typeof WAITS>;
export const WAIT_NAMES = kindsOf(WAITS);

/** What a clock reads of one row of a ticket's history, oldest first; rows of the same instant in the order they were written. */
export interface TicketHistoryRow {
  readonly at: Date;
  /** an action of a ticket; what moves no clock (plan, hand-over, a comment) is read over */
  readonly action: string;
  /** of `wait`: for whom or what */
  readonly reason?: string | null;
  readonly note?: string | null;
  /** of the row that sets or changes it; left out, it stays */
  readonly priority?: TicketPriority | null;
  /** whether somebody of the school must be there; left out, it stays */
  readonly presence?: boolean | null;
}

/** Where a ticket stands for its clocks. */
export type Standing = 'untaken' | 'worked' | 'held-up' | 'restored' | 'over';

const STANDING_AFTER = {
  report: 'untaken',
  'give-back': 'untaken',
  take: 'worked',
  assign: 'worked',
  plan: 'worked',
  start: 'worked',
  resume: 'worked',
  reopen: 'worked',
  wait: 'held-up',
  resolve: 'restored',
  cancel: 'over',
  merge: 'over',
} as const satisfies Readonly<Record<string, Standing>>;

/** Where an action leaves a ticket; null for one that moves no clock. Cancelled or merged, a ticket has no more of them. */
export function standingAfter(standing: Standing, action: string): Standing | null {
  return standing !== 'over' && isKind(STANDING_AFTER, action) ? STANDING_AFTER[action] : null;
}

export function waitOf(reason: string | null | undefined): Wait | null {
  return isKind(WAITS, reason) ? reason : null;
}
