import type { StatementLineAnswer } from '@parc/api-client';
import { parisDateOf, type PlainDate } from '@parc/domain';
import type { BudgetFigures } from '@parc/ui';

/** What one order did to an envelope, from its first line to its last. Amounts in integer cents. */
export interface OrderInStatement {
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly firstDay: PlainDate;
  /** Taken from what was free: reservation, complements, rounding. */
  readonly takenCents: number;
  readonly spentCents: number;
  readonly givenBackCents: readonly number[];
  /** Taken, neither spent nor given back; null when the order left for another year. */
  readonly heldCents: number | null;
  readonly steps: readonly OrderStep[];
}

/** One moment of the order: what was decided, how it stood then, and the lines that say it. */
export interface OrderStep {
  readonly key: string;
  readonly word: string;
  readonly day: PlainDate;
  /** A bar over the largest amount that was ever held. */
  readonly figures: BudgetFigures;
  /** Oldest first. */
  readonly lines: readonly StatementLineAnswer[];
}

/** The orders of a statement, the one that moved last first. @param lines newest first */
export function ordersInStatement(lines: readonly StatementLineAnswer[]): readonly OrderInStatement[] {
  const byOrder = new Map<string, StatementLineAnswer[]>();
  for (const line of lines) {
    if (line.orderId === null) continue;
    const known = byOrder.get(line.orderId);
    if (known === undefined) byOrder.set(line.orderId, [line]);
    else known.push(line);
  }
  return [...byOrder].map(([orderId, own]) => orderOf(orderId, own.toReversed()));
}

export function totalGivenBackCents({ givenBackCents }: OrderInStatement): number {
  return givenBackCents.reduce((sum, cents) => sum + cents, 0);
}

/** @param lines oldest first */
function orderOf(orderId: string, lines: readonly StatementLineAnswer[]): OrderInStatement {
  const [first] = lines as [StatementLineAnswer];
  const takenCents = sumOf(lines, ({ effect }) => effect === 'takes');
  const spentCents = sumOf(lines, ({ kind, effect }) => kind === 'expense' && effect === 'moves');
  const givenBackCents = lines.filter(({ effect }) => effect === 'gives').map(({ amountCents }) => amountCents);
  const carried = lines.some(({ kind }) => kind === 'carry-over');
  const givenBack = givenBackCents.reduce((sum, cents) => sum + cents, 0);
  return {
    orderId,
    number: first.orderNumber ?? '',
    title: first.orderTitle ?? '',
    firstDay: dayOf(first),
    takenCents,
    spentCents,
    givenBackCents,
    heldCents: carried ? null : takenCents - spentCents - givenBack,
    steps: stepsOf(lines),
  };
}

/** Lines written at one instant are one decision. */
function stepsOf(lines: readonly StatementLineAnswer[]): readonly OrderStep[] {
  const groups: StatementLineAnswer[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.at === line.at) last.push(line);
    else groups.push([line]);
  }
  const standings = groups.reduce<Standing[]>(
    (all, group) => [...all, standingAfter(all.at(-1) ?? NOTHING, group)],
    [],
  );
  const wholeCents = Math.max(1, ...standings.map(({ reserved, committed, spent }) => reserved + committed + spent));
  return groups.map((group, index) => {
    const { reserved, committed, spent } = standings[index]!;
    return {
      key: group[0]!.entryId,
      word: stepWord(group),
      day: dayOf(group[0]!),
      figures: { openedCents: wholeCents, reservedCents: reserved, committedCents: committed, spentCents: spent },
      lines: group,
    };
  });
}

interface Standing {
  readonly reserved: number;
  readonly committed: number;
  readonly spent: number;
}

const NOTHING: Standing = { reserved: 0, committed: 0, spent: 0 };

/** A reservation is held whole until it is decided; what a decision gives back is no longer held. */
function standingAfter(before: Standing, group: readonly StatementLineAnswer[]): Standing {
  return group.reduce((now, { kind, effect, amountCents }): Standing => {
    if (kind === 'reservation') return { ...now, reserved: now.reserved + amountCents };
    if (kind === 'expense') return { reserved: 0, committed: 0, spent: now.spent + amountCents };
    if (kind === 'commitment' || kind === 'rounding' || kind === 'carry-over')
      return { ...now, reserved: 0, committed: effect === 'takes' ? now.committed + amountCents : amountCents };
    return group.length === 1 ? { ...now, reserved: 0, committed: 0 } : now;
  }, before);
}

function stepWord(group: readonly StatementLineAnswer[]): string {
  const kinds = new Set(group.map(({ kind }) => kind));
  if (kinds.has('reservation')) return 'Demandé';
  if (kinds.has('expense')) return 'Service fait';
  if (kinds.has('carry-over')) return 'Reporté';
  if (kinds.has('commitment')) {
    if (group.some(({ kind, effect }) => kind === 'commitment' && effect === 'takes')) return 'Complément';
    return kinds.has('release') ? 'Accordé en partie' : 'Accordé';
  }
  return kinds.has('release') ? 'Rendu' : 'Ajusté';
}

function sumOf(lines: readonly StatementLineAnswer[], keep: (line: StatementLineAnswer) => boolean): number {
  return lines.filter(keep).reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function dayOf(line: StatementLineAnswer): PlainDate {
  return parisDateOf(new Date(line.at));
}
