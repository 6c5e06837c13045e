import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, ORDER_STATES } from '@parc/domain';
import { House } from './harness/house.js';
import {
  contractCount,
  GUARDS,
  layGround,
  raw,
  RIGHT_ENTRIES,
  together,
  type Case,
  type Ground,
  type RightKind,
} from './harness/ledger-ground.js';
import { insert, RawLedger, resolving, type EntryRow, type HeldOrder, type Statement } from './harness/raw-ledger.js';

/** What ties an order's state to its money, and an order's work to its contract, whoever writes. */

let house: House;
let ledger: RawLedger;
let ground: Ground;

beforeAll(async () => {
  house = await House.open();
  ledger = new RawLedger(house);
  ground = await layGround(house);
});
afterAll(() => house.close());

const entry =
  (kind: RightKind, changes: EntryRow = {}) =>
  (statement: Statement) =>
    ledger.post(statement, { envelope_id: ground.envelope, kind, ...RIGHT_ENTRIES[kind](ground), ...changes });

describe('an order, whose state is its money', () => {
  const becomes = (order: HeldOrder, state: string) =>
    raw('update installation_order set state = $2 where id = $1', [order.id, state]);
  const letsGo = (order: HeldOrder, state: string) =>
    raw('update installation_order set state = $2, hold_id = null, hold_kind = null, hold_cents = null where id = $1', [
      order.id,
      state,
    ]);
  const holds = (order: HeldOrder, of: HeldOrder) =>
    raw('update installation_order set hold_id = $2, hold_kind = $3, hold_cents = $4 where id = $1', [
      order.id,
      of.holdId,
      of.holdKind,
      of.holdCents,
    ]);
  const set = (order: HeldOrder, column: string, value: unknown) =>
    raw(`update installation_order set ${column} = $2 where id = $1`, [order.id, value]);

  const WITHOUT_HOLD = ORDER_STATE_NAMES.filter((state) => ORDER_STATES[state].hold === null);
  const COMMITTED = ORDER_STATE_NAMES.filter((state) => ORDER_STATES[state].hold === 'committed');
  const stateIsMoney = (sentence: string, work: Case[1]): Case => [sentence, work, 'order_state_is_money'];

  it.each<Case>([
    ...['submitted', ...COMMITTED].map((state) =>
      stateIsMoney(`is not ${state} without its hold`, () => letsGo(ground.reserved, state)),
    ),
    ...WITHOUT_HOLD.map((state) => stateIsMoney(`keeps no hold once ${state}`, () => becomes(ground.reserved, state))),
    ...COMMITTED.map((state) =>
      stateIsMoney(`is not ${state} on a reservation`, () => becomes(ground.reserved, state)),
    ),
    stateIsMoney('is not submitted on a commitment', () => becomes(ground.committed, 'submitted')),
    stateIsMoney('names its hold whole', () => set(ground.reserved, 'hold_cents', null)),
    stateIsMoney('holds in an envelope', () => set(ground.reserved, 'envelope_id', null)),
    ['holds what its entry says', () => set(ground.reserved, 'hold_cents', 10_001), 'order_hold'],
    ['does not hold another order’s money', () => holds(ground.reserved, ground.alsoReserved), 'order_hold'],
    [
      'does not hold money of another envelope',
      () => set(ground.reserved, 'envelope_id', ground.nextYear),
      'order_hold',
    ],
    ['keeps no hold that was resolved', () => entry('release'), GUARDS.holdResolved],
    ['lets go of a hold it resolves', () => together(entry('release'), letsGo(ground.reserved, 'draft')), 'accepted'],
    ['lets go of no hold that nothing resolved', () => letsGo(ground.reserved, 'draft'), GUARDS.holdOfNoOrder],
    ['leaves no reservation behind that it does not hold', () => entry('reservation'), GUARDS.holdOfNoOrder],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work(), { atCommit: true })).toBe(said);
  });

  it('does not take up again a hold that was resolved', async () => {
    const at = { ...ground, envelopeId: ground.nextYear };
    const order = await ledger.kept((statement) => ledger.holding(statement, at, 'reserved', 700));
    const release = { envelope_id: ground.nextYear, order_id: order.id, reserved_change: -700, ...resolving(order) };
    await ledger.kept(together(entry('release', release), letsGo(order, 'draft')));

    const takenUp = (statement: Statement) => ledger.setHold(statement, order, at);
    expect(await ledger.judge(takenUp, { atCommit: true })).toBe(GUARDS.holdResolved);
  });
});

describe('a contract’s period', () => {
  const set = (column: string, cents: number) =>
    raw(`update contract_period set ${column} = $2 where id = $1`, [ground.contractPeriodId, cents]);
  const lowered = () => together(set('counted_net_cents', 400_000), set('maximum_net_cents', 399_999));
  const countedNothing = () => (statement: Statement) => insert(statement, 'contract_entry', contractCount(ground, 0));

  it.each<Case>([
    ['counts up to its maximum', () => set('counted_net_cents', 500_000), 'accepted'],
    ['counts no cent above it', () => set('counted_net_cents', 500_001), 'contract_maximum'],
    ['is not lowered below what it has counted', lowered, 'contract_maximum'],
    ['counts nothing negative', () => set('counted_net_cents', -1), 'contract_period_counted_net_cents_check'],
    ['records no count of nothing', countedNothing, 'contract_entry_change_net_cents_check'],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });
});
