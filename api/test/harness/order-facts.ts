import { ORDERS_UNDATED } from '@parc/domain';
import type { BuiltOrder, OrderShape } from './order-builders.js';
import type { Body } from './answers.js';
import type { ExpectedGuard, ExpectedMove } from './order-expected.js';
import type { OrderWorld } from './order-world.js';
import type { Person } from './person.js';
import type { EntryRow } from './raw-ledger.js';

/** Somebody about to ask for a move on an order. */
export interface Situation {
  world: OrderWorld;
  move: ExpectedMove;
  order: BuiltOrder;
  actor: Person;
  body: Body | undefined;
}

/** One fact turned against a move: what a guard of the table watches. */
export interface Fact {
  /** What is answered where the table names the guard. */
  refusal: string;
  /** Which orders it concerns, where not all. */
  shape?: OrderShape;
  /** Columns of the order. */
  columns?: (situation: Situation) => EntryRow;
  body?: (situation: Situation) => Body | undefined;
  actor?: (world: OrderWorld) => Person;
  /** What changes around the order; it is put right again by `undo`. */
  around?: { turn: string; undo: string; values: (world: OrderWorld) => unknown[] };
  /** Said only where the table asks for it: elsewhere it would be another order, or nothing at all. */
  onlyWhereAsked?: true;
}

const SUNDAY = '2026-12-06';
const untouched = ({ body }: Situation) => body;

/** Every guard, and the fact that it refuses; a guard without one is told by the compiler. */
export const FACTS: Record<ExpectedGuard, Fact> = {
  convention: {
    refusal: '422 order.convention-missing',
    around: {
      turn: `update convention set state = 'ended' where id = $1`,
      undo: `update convention set state = 'in-force' where id = $1`,
      values: ({ conventionId }) => [conventionId],
    },
  },
  'before-cut-off': {
    refusal: '422 order.cut-off-passed',
    around: {
      turn: `insert into setting (name, value, from_day, source) values ('order.cutOff', '{"month": 10, "day": 5}', '2020-01-01', 'test')`,
      undo: `delete from setting where name = 'order.cutOff'`,
      values: () => [],
    },
  },
  orderable: {
    refusal: '422 order.item-not-orderable',
    around: {
      turn: `update catalogue_item set state = 'withdrawn' where id = any($1::uuid[])`,
      undo: `update catalogue_item set state = 'validated' where id = any($1::uuid[])`,
      values: ({ plan }) => [[plan.itemId, plan.contractItemId]],
    },
  },
  // To the cent, in `order-edges.spec.ts`.
  available: { refusal: '422 budget.not-enough', onlyWhereAsked: true },
  'not-submitter': {
    refusal: '403 order.submitted-by-you',
    columns: ({ actor, move }) => (move.state === 'draft' ? {} : { submitted_by: actor.accountId }),
  },
  'year-not-over': {
    refusal: '409 order.year-over',
    // A minute before midnight in Paris.
    columns: ({ move }) => (move.state === 'draft' ? {} : { submitted_at: '2025-12-31T22:59:00Z' }),
  },
  'contract-term': {
    refusal: '422 order.contract-ended',
    shape: { performer: 'contract' },
    around: {
      turn: `update contract_period set to_day = '2026-10-05' where id = $1`,
      undo: `update contract_period set to_day = '2099-12-31' where id = $1`,
      values: ({ plan }) => [plan.periodId],
    },
  },
  'contract-maximum': {
    refusal: '422 order.contract-maximum',
    shape: { performer: 'contract' },
    around: {
      turn: `update contract_period set maximum_net_cents = counted_net_cents + 9999 where id = $1`,
      undo: `update contract_period set maximum_net_cents = 1000000000 where id = $1`,
      values: ({ plan }) => [plan.periodId],
    },
  },
  'assignee-named': {
    refusal: '422 order.assignee-missing',
    columns: ({ move }) => (move.guards.includes('assignee') ? {} : { assigned_account_id: null }),
    body: ({ move, body }) => (move.action === 'schedule' ? { ...body, assignedAccountId: null } : body),
  },
  'school-open': {
    refusal: '422 order.school-closed',
    // Where no appointment stands yet, the database lets no date in.
    columns: ({ move }) =>
      ORDERS_UNDATED.includes(move.state)
        ? {}
        : { planned_from: `${SUNDAY}T09:00:00Z`, planned_to: `${SUNDAY}T10:00:00Z` },
    body: ({ move, body }) => (move.guards.includes('school-open') ? { ...body, day: SUNDAY } : body),
  },
  'prerequisites-kept': {
    refusal: '409 order.prerequisites-open',
    columns: () => ({
      prerequisites: JSON.stringify([{ what: 'power', promisedBy: 'commune', kept: false, dueOn: '2026-09-30' }]),
    }),
  },
  'never-started': { refusal: '409 order.already-started', columns: () => ({ ever_started: true }) },
  assignee: {
    refusal: '403 order.not-assignee',
    columns: ({ world }) => ({ assigned_account_id: world.otherTechnician.accountId }),
    // Elsewhere nobody is named at all: `assignee-named`.
    onlyWhereAsked: true,
  },
  'quantities-reported': {
    refusal: '422 order.quantity-out-of-range',
    body: ({ body }) => ({ ...body, lines: [] }),
    onlyWhereAsked: true,
  },
  'not-performer': {
    refusal: '403 order.carried-out-by-you',
    columns: ({ actor }) => ({ performed_by: [actor.accountId] }),
  },
  'verification-due': {
    refusal: '409 order.too-early',
    // Nine days ago: the tenth is the first.
    columns: () => ({ reported_at: '2026-09-27T10:00:00Z' }),
  },
  'cost-above-commitment': {
    refusal: '409 order.cost-within-commitment',
    shape: { done: 4 },
    onlyWhereAsked: true,
  },
  'cost-covered': {
    refusal: '422 order.cost-above-commitment',
    // One line may be dearer by a cent, not by two.
    columns: () => ({ reported_cents: 48_002 }),
  },
  delegation: { refusal: '403 order.no-delegation', actor: ({ people }) => people['plan-manager'] },
  'not-confirmer': {
    refusal: '403 order.confirmed-by-you',
    columns: ({ actor }) => ({ confirmed_by: actor.accountId, confirmed_by_default_by: null }),
  },
  'not-default-confirmer': {
    refusal: '403 order.confirmed-by-default-by-you',
    columns: ({ actor }) => ({ confirmed_by: null, confirmed_by_default_by: actor.accountId }),
  },
  'invoice-number': {
    refusal: '422 order.invoice-number-missing',
    columns: () => ({ invoice_number: null }),
    body: ({ move, body }) => (move.action === 'record-invoice' ? { number: '' } : body),
  },
  'school-stays': {
    refusal: '422 order.school-closed-for-good',
    around: {
      turn: `update school set state = 'closed' where id = $1`,
      undo: `update school set state = 'open' where id = $1`,
      values: ({ place }) => [place.schoolId],
    },
  },
  'total-seen': {
    refusal: '412 total.changed',
    body: ({ body }) => ({ ...body, seenCents: 1 }),
    // An act that is about no money has no place for it.
    onlyWhereAsked: true,
  },
  // The system's own: `order-by-itself.spec.ts`.
  closable: { refusal: '', onlyWhereAsked: true },
};

/** Turns facts against a move, asks, and puts right what stands around the order. */
export async function turned<T>(
  situation: Situation,
  facts: readonly Fact[],
  ask: (situation: Situation) => Promise<T>,
): Promise<T> {
  const { world, order } = situation;
  const columns = Object.assign({}, ...facts.map((fact) => fact.columns?.(situation))) as EntryRow;
  const names = Object.keys(columns);
  if (names.length > 0) {
    const set = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
    await world.house.arrange(`update installation_order set ${set} where id = $1`, [
      order.id,
      ...Object.values(columns),
    ]);
  }
  for (const { around } of facts) if (around) await world.house.arrange(around.turn, around.values(world));
  const body = facts.reduce((so, fact) => (fact.body ?? untouched)({ ...situation, body: so }), situation.body);
  try {
    return await ask({ ...situation, body });
  } finally {
    for (const { around } of facts) if (around) await world.house.arrange(around.undo, around.values(world));
  }
}
