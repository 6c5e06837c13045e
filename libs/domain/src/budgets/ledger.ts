import type { EntryKind } from './entry-kinds.js';

/** The four running amounts of an envelope, in cents; `available` is what is left (never below zero). */
export interface Balance {
  openedCents: number;
  reservedCents: number;
  committedCents: number;
  spentCents: number;
}

export function availableCents(balance: Balance): number {
  return balance.openedCents - balance.reservedCents - balance.committedCents - balance.spentCents;
}

/** An open amount held for an order in an envelope: reserved at submission, committed at approval. */
export interface Hold {
  entryId: string;
  kind: 'reserved' | 'committed';
  amountCents: number;
}

/** A change to post: what moves in each of the four amounts, and which hold it opens or resolves. */
export interface Posting {
  kind: EntryKind;
  openedChange: number;
  reservedChange: number;
  committedChange: number;
  spentChange: number;
  opens: { kind: Hold['kind']; amountCents: number } | null;
  resolves: Hold | null;
}

const nothing = { openedChange: 0, reservedChange: 0, committedChange: 0, spentChange: 0, opens: null, resolves: null };

export function allocation(kind: 'allocation' | 'provisional-allocation' | 'transfer', amountCents: number): Posting {
  return { ...nothing, kind, openedChange: amountCents };
}

export function reservation(amountCents: number): Posting {
  return { ...nothing, kind: 'reservation', reservedChange: amountCents, opens: { kind: 'reserved', amountCents } };
}

/** Approval (whole or in part) of a reservation, or a complement to a commitment: `amountCents` is what is held afterwards. */
export function commitment(hold: Hold, amountCents: number): Posting {
  return {
    ...nothing,
    kind: 'commitment',
    ...resolving(hold),
    committedChange: (hold.kind === 'committed' ? -hold.amountCents : 0) + amountCents,
    opens: { kind: 'committed', amountCents },
  };
}

export function release(hold: Hold): Posting {
  return { ...nothing, kind: 'release', ...resolving(hold) };
}

/** Certification at or below the commitment: the whole hold is resolved, what is not spent is released by this same row. */
export function expense(hold: Hold, amountCents: number): Posting {
  return { ...nothing, kind: 'expense', ...resolving(hold), spentChange: amountCents };
}

/** What a repair cost: nothing was held for it, it is there or it is not. */
export function repairExpense(amountCents: number): Posting {
  return { ...nothing, kind: 'expense', spentChange: amountCents };
}

/** A few cents more than committed, from roundings: raises the hold just before the expense resolves it. */
export function rounding(hold: Hold, amountCents: number): Posting {
  return {
    ...nothing,
    kind: 'rounding',
    resolves: hold,
    committedChange: amountCents - hold.amountCents,
    opens: { kind: 'committed', amountCents },
  };
}

function resolving(hold: Hold): Pick<Posting, 'resolves' | 'reservedChange' | 'committedChange'> {
  return {
    resolves: hold,
    reservedChange: hold.kind === 'reserved' ? -hold.amountCents : 0,
    committedChange: hold.kind === 'committed' ? -hold.amountCents : 0,
  };
}

export function applyPosting(balance: Balance, posting: Posting): Balance {
  return {
    openedCents: balance.openedCents + posting.openedChange,
    reservedCents: balance.reservedCents + posting.reservedChange,
    committedCents: balance.committedCents + posting.committedChange,
    spentCents: balance.spentCents + posting.spentChange,
  };
}
