import { randomUUID } from 'node:crypto';
import { aTicket } from './ticket-builders.js';
import type { House } from './house.js';
import { RawLedger, resolving, type EntryRow, type HeldOrder, type Statement } from './raw-ledger.js';

/** A school's envelopes as one might find them on any day, laid once; what is tried on it is rolled back. */
export interface Ground {
  schoolId: string;
  accountId: string;
  /** 1 000,00 € opened, 200,00 € reserved by two orders, 200,00 € committed by a third, 50,00 € spent on a ticket. */
  envelope: string;
  /** The next year's, of the same school: 1 000,00 €, 100,00 € reserved. */
  nextYear: string;
  /** Last year's, closed. */
  closed: string;
  allocation: string;
  ticketExpense: string;
  ticketId: string;
  draft: string;
  reserved: HeldOrder;
  alsoReserved: HeldOrder;
  committed: HeldOrder;
  elsewhere: HeldOrder;
  contractPeriodId: string;
}

export async function layGround(house: House): Promise<Ground> {
  const ledger = new RawLedger(house);
  const { id: schoolId } = await house.build.school();
  const { id: accountId } = await house.build.account('school-head', { school_id: schoolId });
  const { periodId: contractPeriodId } = await house.build.contract(500_000);
  const ticketId = await aTicket(house, { schoolId, reporterId: accountId, technicianId: accountId }, 'new');
  const years = [2026, 2027, 2025];
  const [envelope, nextYear, closed] = (await Promise.all(
    years.map((year) => house.build.envelope(schoolId, 0, year)),
  )) as [string, string, string];
  return ledger.kept(async (statement) => {
    const open = (id: string) =>
      ledger.post(statement, { envelope_id: id, kind: 'allocation', opened_change: 100_000 });
    const held = (id: string, kind: HeldOrder['holdKind'], cents: number) =>
      ledger.holding(statement, { schoolId, accountId, envelopeId: id }, kind, cents);
    const allocation = await open(envelope);
    await open(nextYear);
    await open(closed);
    await statement(`update envelope set closed_on = '2025-12-31' where id = $1`, [closed]);
    return {
      ...{ schoolId, accountId, envelope, nextYear, closed, allocation, contractPeriodId, ticketId },
      draft: await ledger.order(statement, schoolId, accountId),
      reserved: await held(envelope, 'reserved', 10_000),
      alsoReserved: await held(envelope, 'reserved', 10_000),
      committed: await held(envelope, 'committed', 20_000),
      elsewhere: await held(nextYear, 'reserved', 10_000),
      ticketExpense: await ledger.post(statement, {
        envelope_id: envelope,
        kind: 'expense',
        ticket_id: ticketId,
        spent_change: 5_000,
      }),
    };
  });
}

export const RESOLVES_NOTHING = { resolves_id: null, resolves_hold: null, resolves_cents: null };

/** An accepted entry of each kind on the ground's envelope, as the table of ledger.md. */
export const RIGHT_ENTRIES = {
  allocation: () => ({ opened_change: 500 }),
  'provisional-allocation': () => ({ opened_change: 500 }),
  transfer: () => ({ opened_change: 500, pair_id: randomUUID(), reason: 'vers la réserve' }),
  reservation: ({ draft }) => ({ order_id: draft, reserved_change: 500, opens_hold: 'reserved', hold_cents: 500 }),
  release: ({ reserved }) => ({ order_id: reserved.id, reserved_change: -10_000, ...resolving(reserved) }),
  commitment: ({ reserved }) => ({
    order_id: reserved.id,
    ...{ reserved_change: -10_000, committed_change: 9_000, opens_hold: 'committed', hold_cents: 9_000 },
    ...resolving(reserved),
  }),
  rounding: ({ committed }) => ({
    order_id: committed.id,
    ...{ committed_change: 3, opens_hold: 'committed', hold_cents: 20_003 },
    ...resolving(committed),
  }),
  expense: ({ committed }) => ({
    order_id: committed.id,
    ...{ committed_change: -20_000, spent_change: 19_000 },
    ...resolving(committed),
  }),
  'carry-over': ({ committed }) => ({
    order_id: committed.id,
    ...{ opened_change: -20_000, committed_change: -20_000, pair_id: randomUUID() },
    ...resolving(committed),
  }),
  lapse: () => ({ opened_change: -500 }),
} satisfies Record<string, (ground: Ground) => EntryRow>;

export type RightKind = keyof typeof RIGHT_ENTRIES;

/** Codes of the ledger's triggers; a check or a key answers by its name instead. */
export const GUARDS = {
  namesNoActor: 'PA001',
  rewritesThePast: 'PA002',
  envelopeClosed: 'PA003',
  pairUnbalanced: 'PA004',
  holdResolved: 'PA005',
  holdOfNoOrder: 'PA006',
};

export type Case = [sentence: string, work: () => (statement: Statement) => Promise<unknown>, said: string];

/** Statements one after the other, in the same transaction. */
export const together =
  (...works: ((statement: Statement) => Promise<unknown>)[]) =>
  async (statement: Statement) => {
    for (const work of works) await work(statement);
  };

export const raw =
  (text: string, values: unknown[] = []) =>
  (statement: Statement) =>
    statement(text, values);

/** A count of a contract's period for the draft, in cents net of VAT. */
export function contractCount(ground: Ground, changeNetCents: number): EntryRow {
  return {
    ...{ period_id: ground.contractPeriodId, order_id: ground.draft, change_net_cents: changeNetCents },
    ...{
      counted_after_net_cents: Math.max(0, changeNetCents),
      reason: 'approve',
      posted_at: 'now',
      actor: 'system:test',
    },
  };
}
