import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_PLANNING, type OrderAction, type OrderState, type Role } from '@parc/domain';
import { House } from './harness/house.js';
import { ask, moverOf } from './harness/order-asking.js';
import { anOrder } from './harness/order-builders.js';
import { EXPECTED_MOVES, expectedAnswer, type Audience, type ExpectedMove } from './harness/order-expected.js';
import { changed } from './harness/answers.js';
import { historiesOf, mayFollow, type PastMove } from './harness/order-histories.js';
import { inWords, likeness, traces, type Traces } from './harness/order-traces.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';
import type { Performer } from './harness/plan.js';
import { textTable } from './harness/text-table.js';

/**
 * Every move that is allowed, made once by each who may, on an order of four items at 120,00 € of which three were done: what
 * it writes, to the cent and to the column, and whom it tells. Expected by hand, from the tables of the ledger and the plan.
 */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

/** In cents, what the move changes in the envelope, and net in the contract's period where the order is a firm's. */
const MONEY = Object.fromEntries(
  textTable(`
    action     | entry       | reserved | committed | spent | contract
    submit     | reservation | 48000    | 0         | 0     | 0
    withdraw   | release     | -48000   | 0         | 0     | 0
    return     | release     | -48000   | 0         | 0     | 0
    reject     | release     | -48000   | 0         | 0     | 0
    approve    | commitment  | -48000   | 48000     | 0     | 40000
    complement | commitment  | 0        | 12000     | 0     | 10000
    cancel     | release     | 0        | -48000    | 0     | -40000
    certify    | expense     | 0        | -48000    | 36000 | -10000
  `).map((row) => [row.action!, row]),
);

type Written = Record<string, unknown>;

const SLOT = { planned_from: '2026-12-08T15:45:00+00:00', planned_to: '2026-12-08T16:45:00+00:00' };
const NO_HOLD = { hold_id: null, hold_kind: null, hold_cents: null };

/** The order's columns that a move writes, beside its state, `state_since` and version; one that is not named writes none. */
const COLUMNS: Partial<Record<OrderAction, (performer: Performer, role: Role) => Written>> = {
  ...Object.fromEntries(ORDER_PLANNING.map((action) => [action, () => SLOT])),
  submit: (performer) => ({
    ...{ number: 'a number', title: expect.stringMatching(/^Prestation/), performer, envelope_id: 'the envelope' },
    ...{ hold_id: 'a row', hold_kind: 'reserved', hold_cents: 48_000, submitted_by: 'who acts', submitted_at: 'now' },
    ...(performer === 'contract' ? { contract_id: 'the contract' } : {}),
  }),
  withdraw: () => NO_HOLD,
  return: () => NO_HOLD,
  approve: (performer) => ({
    ...{ hold_id: 'a row', hold_kind: 'committed', approved_cents: 48_000, decided_at: 'now' },
    ...(performer === 'contract'
      ? { contract_period_id: 'the period', counted_net_cents: 40_000, purchase_order_number: 'a purchase order' }
      : {}),
  }),
  reject: () => ({ ...NO_HOLD, decided_at: 'now' }),
  lapse: () => NO_HOLD,
  schedule: (performer, role) => ({
    ...SLOT,
    ...(performer === 'metropole'
      ? { assigned_account_id: role === 'technician' ? 'who acts' : 'the technician' }
      : {}),
  }),
  'ask-to-cancel': () => ({ cancellation_asked_at: 'now' }),
  cancel: (performer) => ({ ...NO_HOLD, ...(performer === 'contract' ? { counted_net_cents: 0 } : {}) }),
  start: () => ({ ever_started: true, performed_by: ['who acts'] }),
  report: () => ({ reported_cents: 36_000, reported_at: 'now', report_note: 'Fait le matin' }),
  confirm: () => ({ confirmed_at: 'now', confirmed_by: 'who acts' }),
  'confirm-by-default': () => ({ confirmed_at: 'now', confirmed_by_default_by: 'who acts' }),
  complement: (performer) => ({
    ...{ hold_id: 'a row', hold_cents: 60_000 },
    ...(performer === 'contract' ? { counted_net_cents: 50_000 } : {}),
  }),
  adjourn: () => ({ confirmed_at: null, confirmed_by: null, confirmed_by_default_by: null }),
  certify: () => ({ ...NO_HOLD, certified_cents: 36_000, certified_at: 'now', certified_by: 'who acts' }),
  'record-invoice': () => ({ invoice_number: 'F-2026-118' }),
};

/** In cents, what the thread tells of a move that moves money. */
const TOLD_CENTS: Partial<Record<OrderAction, Written>> = {
  submit: { reservedCents: 48_000 },
  withdraw: { releasedCents: 48_000 },
  return: { releasedCents: 48_000 },
  reject: { releasedCents: 48_000 },
  approve: { committedCents: 48_000, releasedCents: 0 },
  cancel: { releasedCents: 48_000 },
  report: { reportedCents: 36_000, committedCents: 48_000 },
  complement: { committedCents: 60_000, complementCents: 12_000 },
  certify: { spentCents: 36_000, releasedCents: 12_000 },
};

/** The line's columns that a move writes. */
const LINE: Partial<Record<OrderAction, Written>> = {
  approve: { quantity_approved: 4 },
  report: { quantity_done: 3, less_reason: 'Un poste est déjà équipé' },
};

/** Who is meant, less whoever acts. */
function addressees(audience: Audience, performer: Performer, state: OrderState): string[] {
  if (audience === 'school') return ['school-head'];
  if (audience === 'manager') return ['certifier', 'plan-manager'];
  if (performer === 'contract') return ['installer'];
  // Nobody is named before the order is planned.
  return state === 'submitted' || state === 'approved' ? [] : ['technician'];
}

function names(): (accountId: string) => string {
  const named = new Map<string, string>(Object.entries(world.people).map(([role, { accountId }]) => [accountId, role]));
  named.set(world.certifier.accountId, 'certifier');
  return (accountId) => named.get(accountId) ?? `a stranger (${accountId})`;
}

async function toldBy(before: Traces, after: Traces): Promise<string[]> {
  const known = new Set(before.mails.map(({ id }) => id));
  const recipients = after.mails.filter(({ id }) => !known.has(id)).map(({ recipient }) => recipient);
  const rows = await house.sql<{ id: string }>(
    'select a.id from unnest($1::text[]) as r(email) join account a on a.email = r.email',
    [recipients],
  );
  expect(rows.length).toBe(recipients.length);
  const name = names();
  return rows.map(({ id }) => name(id)).sort();
}

function expectedTold(move: ExpectedMove, role: Role, performer: Performer): string[] {
  const actor = role === 'plan-manager' && move.guards.includes('delegation') ? 'certifier' : role;
  // The one who plans names the technician: he is told as the row then stands.
  const state = move.action === 'schedule' ? 'scheduled' : move.state;
  const all = move.told.flatMap((audience) => addressees(audience, performer, state));
  return [...new Set(all)].filter((one) => one !== actor).sort();
}

const cases = (['metropole', 'contract'] as const).flatMap((performer) =>
  EXPECTED_MOVES.flatMap((move) =>
    move.who
      .filter((role) => role === 'teacher' || expectedAnswer({ ...move, role, performer }).startsWith('200'))
      .flatMap((role) =>
        historiesOf(move.state)
          .filter((history) => mayFollow(move, history))
          .map(
            (history) =>
              [performer, move.state, history.at(-1) ?? 'compose', role, move.action, move, history] as const,
          ),
      ),
  ),
);

/** Of what a move is expected to write, what the order did not hold already; what it holds of the envelope is another each time. */
function newOf(expected: Written, written: Written, before: Written): Written {
  const entries = Object.entries(expected);
  return Object.fromEntries(
    entries.filter(([name, value]) => name in written || name === 'hold_id' || !isHeld(value, before[name])),
  );
}

function isHeld(expected: unknown, value: unknown): boolean {
  if (typeof expected === 'object' && expected !== null && 'asymmetricMatch' in expected)
    return (expected as { asymmetricMatch(value: unknown): boolean }).asymmetricMatch(value);
  return JSON.stringify(expected) === JSON.stringify(value);
}

function money(action: OrderAction, performer: Performer) {
  const row = MONEY[action];
  const contract = performer === 'contract' ? Number(row?.contract ?? 0) : 0;
  return {
    entries: row ? [row.entry] : [],
    envelope: [Number(row?.reserved ?? 0), Number(row?.committed ?? 0), Number(row?.spent ?? 0)],
    contract,
    contractEntries: contract === 0 ? [] : [contract],
    purchaseOrders: action === 'approve' && performer === 'contract' ? 1 : 0,
  };
}

function moneyMoved(before: Traces, after: Traces) {
  const change = (name: string) => Number(after.balance[name]) - Number(before.balance[name]);
  const available = change('available_after');
  const envelope = [change('reserved_after'), change('committed_after'), change('spent_after')];
  expect(available + envelope.reduce((sum, one) => sum + one, 0)).toBe(0);
  const period = (name: string) => Number(after.period[name]) - Number(before.period[name]);
  return {
    entries: after.entries.slice(before.entries.length).map(({ kind }) => kind),
    envelope,
    contract: period('counted_net_cents'),
    contractEntries: after.counts.slice(before.counts.length).map((entry) => entry.change_net_cents),
    purchaseOrders: period('last_purchase_order'),
  };
}

describe('a move that is allowed', () => {
  it.each(cases)(
    'of an order of %s that is %s by %s: %s may %s',
    async (performer, state, _by, role, action, move, history) => {
      const done = action === 'complement' ? 5 : 3;
      const actor = moverOf(world, move, role);
      const shape = { performer, done, createdBy: role === 'teacher' ? actor.accountId : undefined };
      const order = await anOrder(world, shape).in(state, history);
      const before = await traces(world, order);
      const answer = await ask(world, actor, order, action);
      const after = await traces(world, order);
      expect(`${answer.status} ${answer.text}`).toMatch(/^200 /);
      expect(answer.body).toMatchObject({
        id: order.id,
        state: move.next,
        version: after.order.version,
        number: after.order.number,
      });

      const { version, state_since, ...written } = changed(before.order, after.order);
      const say = (value: unknown) => inWords(world, actor.accountId, value);
      const inWordsOf = (row: Written) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, say(value)]));
      const said = inWordsOf(written);
      const columns = newOf(COLUMNS[action]?.(performer, role) ?? {}, written, inWordsOf(before.order));
      const moved = move.next === state ? {} : { state: move.next };
      expect(said).toEqual({ ...moved, ...columns });
      expect(version).toBeGreaterThan(before.order.version as number);
      expect(say(state_since)).toBe(move.next === state ? undefined : 'now');
      const line = changed(before.line, after.line);
      expect(line).toEqual(newOf(LINE[action] ?? {}, line, before.line));
      expect(moneyMoved(before, after)).toEqual(money(action, performer));
      expect(await toldBy(before, after)).toEqual(expectedTold(move, role, performer));

      expect(after.moves.length - before.moves.length).toBe(1);
      const { at, ...row } = after.moves.at(-1)!;
      expect(row).toMatchObject({ action, from_state: state, to_state: move.next, account_id: actor.accountId, role });
      expect(say(at)).toBe('now');
      const cents = Object.entries(row.detail as Written).filter(([name]) => name.endsWith('Cents'));
      expect(Object.fromEntries(cents)).toEqual(TOLD_CENTS[action] ?? {});
      if (move.reason) expect(row.reason).toBe('On en dit la raison');
      if (move.next !== state) {
        // What the tests build in that state, and every other one starts from, is what the API leaves.
        const built = await anOrder(world, shape).in(move.next, [...history, action as PastMove]);
        const left = await traces(world, built);
        expect(likeness(left.order)).toEqual(likeness(after.order));
        expect(likeness(left.line)).toEqual(likeness(after.line));
      }
    },
  );
});
