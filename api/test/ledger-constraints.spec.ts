import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import {
  layGround,
  RESOLVES_NOTHING,
  RIGHT_ENTRIES,
  type Case,
  type Ground,
  type RightKind,
} from './harness/ledger-ground.js';
import { insert, RawLedger, resolving, type EntryRow, type Statement } from './harness/raw-ledger.js';

/**
 * The ledger's rows, met head-on: these statements go around the service, as a bug or a script would. Each row differs
 * from an accepted one in the one thing its sentence names. What guards the ledger as a whole: `ledger-guards.spec.ts`.
 */

let house: House;
let ledger: RawLedger;
let ground: Ground;

beforeAll(async () => {
  house = await House.open();
  ledger = new RawLedger(house);
  ground = await layGround(house);
});
afterAll(() => house.close());

const AMOUNTS = ['opened', 'reserved', 'committed', 'spent'] as const;

const entry =
  (kind: RightKind, changes: EntryRow = {}) =>
  (statement: Statement) =>
    ledger.post(statement, { envelope_id: ground.envelope, kind, ...RIGHT_ENTRIES[kind](ground), ...changes });

const complement = (changes: EntryRow = {}) =>
  entry('commitment', {
    order_id: ground.committed.id,
    ...{ reserved_change: 0, committed_change: 2_000, opens_hold: 'committed', hold_cents: 22_000 },
    ...resolving(ground.committed),
    ...changes,
  });

const carriedIn = (changes: EntryRow = {}) =>
  entry('carry-over', {
    envelope_id: ground.nextYear,
    ...{ opened_change: 20_000, committed_change: 20_000, opens_hold: 'committed', hold_cents: 20_000 },
    ...RESOLVES_NOTHING,
    ...changes,
  });

/** An expense that resolves nothing: a ticket's. */
const charged =
  (changes: EntryRow = {}) =>
  (statement: Statement) =>
    entry('expense', {
      order_id: null,
      ticket_id: ground.ticketId,
      committed_change: 0,
      spent_change: 10,
      ...RESOLVES_NOTHING,
      ...changes,
    })(statement);

describe('the chain', () => {
  const balance = { opened: 100_000, reserved: 20_000, committed: 20_000, spent: 5_000 };
  const NOTHING_BEFORE = { opened_before: 0, reserved_before: 0, committed_before: 0, spent_before: 0 };

  it.each<Case>([
    [
      'never reserves a cent that is not there',
      () => entry('reservation', { reserved_change: 55_001, hold_cents: 55_001 }),
      'ledger_never_below_zero',
    ],
    [
      'never takes back a cent that is not there',
      () => entry('lapse', { opened_change: -55_001 }),
      'ledger_never_below_zero',
    ],
    ['leaves no number out', () => entry('allocation', { sequence: 99 }), 'ledger_chain_previous'],
    ['gives no number twice', () => entry('allocation', { sequence: 1, ...NOTHING_BEFORE }), 'ledger_chain'],
    ['starts at one', () => entry('allocation', { sequence: 0 }), 'ledger_entry_sequence_check'],
    ...AMOUNTS.map((name): Case => [
      `does not change what was ${name} before`,
      () => entry('allocation', { [`${name}_before`]: balance[name] - 1 }),
      'ledger_chain_previous',
    ]),
    ...AMOUNTS.map((name): Case => [
      `does not start an envelope with something ${name}`,
      () => async (statement) => {
        const fresh = await insert(statement, 'envelope', {
          school_id: ground.schoolId,
          year: 2030,
          kind: 'installation',
        });
        await entry('allocation', { envelope_id: fresh, [`${name}_before`]: 100 })(statement);
      },
      'ledger_starts_from_nothing',
    ]),
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });

  it.each([
    ['a school', () => ground.schoolId],
    ['the reserve', () => null],
  ])('is one for %s, its year and kind', async (_whose, schoolId) => {
    const envelope = { year: 2031, kind: 'installation', school_id: schoolId() };
    const twice = async (statement: Statement) => {
      await insert(statement, 'envelope', envelope);
      await insert(statement, 'envelope', envelope);
    };
    expect(await ledger.judge(twice)).toBe('envelope_once');
  });
});

describe('a hold', () => {
  const twice = () => async (statement: Statement) => {
    await entry('release')(statement);
    await entry('release')(statement);
  };

  it.each<Case>([
    ['is not resolved twice', twice, 'ledger_hold_resolved_once'],
    ['is not another order’s', () => entry('release', { order_id: ground.alsoReserved.id }), 'ledger_resolves_hold'],
    ['is not another envelope’s', () => entry('release', { envelope_id: ground.nextYear }), 'ledger_resolves_hold'],
    [
      'is resolved whole',
      () => entry('release', { reserved_change: -9_999, resolves_cents: 9_999 }),
      'ledger_resolves_hold',
    ],
    [
      'is resolved as what it is',
      () => entry('release', { reserved_change: 0, committed_change: -10_000, resolves_hold: 'committed' }),
      'ledger_resolves_hold',
    ],
    ['exists before it is resolved', () => entry('release', { resolves_id: randomUUID() }), 'ledger_resolves_hold'],
    ['is an order’s', () => entry('reservation', { order_id: null }), 'ledger_hold_whole'],
    [
      'is never negative',
      () => entry('reservation', { reserved_change: -1, hold_cents: -1 }),
      'ledger_entry_hold_cents_check',
    ],
    [
      'has an amount only when it is opened',
      () => entry('allocation', { order_id: ground.draft, hold_cents: 5 }),
      'ledger_hold_whole',
    ],
    [
      'is resolved only by name',
      () => entry('allocation', { order_id: ground.draft, resolves_cents: 5 }),
      'ledger_hold_whole',
    ],
    [
      'is resolved only with its kind',
      () => entry('allocation', { order_id: ground.draft, resolves_hold: 'reserved' }),
      'ledger_hold_whole',
    ],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });
});

describe('the changes each kind permits', () => {
  const kinds = Object.keys(RIGHT_ENTRIES) as RightKind[];
  /** Amounts a kind leaves free, within bounds that have rows of their own below. */
  const FREE: Partial<Record<RightKind, string>> = {
    allocation: 'opened',
    'provisional-allocation': 'opened',
    transfer: 'opened',
    lapse: 'opened',
    expense: 'spent',
  };
  const fixed = kinds.flatMap((kind) =>
    AMOUNTS.filter((amount) => FREE[kind] !== amount).map((amount) => [kind, amount] as const),
  );

  it.each(kinds)('%s: the row of the table', async (kind) => {
    expect(await ledger.judge(entry(kind))).toBe('accepted');
  });

  it.each(fixed)('%s: not one cent more %s', async (kind, amount) => {
    const right: EntryRow = RIGHT_ENTRIES[kind](ground);
    const column = `${amount}_change`;
    expect(await ledger.judge(entry(kind, { [column]: Number(right[column] ?? 0) + 1 }))).toBe('ledger_permitted');
  });

  it.each<Case>([
    ['complement', complement, 'accepted'],
    ['carry-over into the new year', carriedIn, 'accepted'],
    ['expense on a ticket', charged, 'accepted'],
    [
      'release of a commitment',
      () =>
        entry('release', {
          order_id: ground.committed.id,
          reserved_change: 0,
          committed_change: -20_000,
          ...resolving(ground.committed),
        }),
      'accepted',
    ],
    [
      'approval above the reservation',
      () => entry('commitment', { committed_change: 10_001, hold_cents: 10_001 }),
      'ledger_permitted',
    ],
    [
      'approval that resolves nothing',
      () => entry('commitment', { reserved_change: 0, ...RESOLVES_NOTHING }),
      'ledger_permitted',
    ],
    ['complement that takes away', () => complement({ committed_change: -1, hold_cents: 19_999 }), 'ledger_permitted'],
    [
      'reservation without its hold',
      () => entry('reservation', { opens_hold: null, hold_cents: null }),
      'ledger_permitted',
    ],
    ['reservation that commits', () => entry('reservation', { opens_hold: 'committed' }), 'ledger_permitted'],
    [
      'release that opens another hold',
      () => entry('release', { opens_hold: 'reserved', hold_cents: 1 }),
      'ledger_permitted',
    ],
    [
      'rounding above a euro',
      () => entry('rounding', { committed_change: 101, hold_cents: 20_101 }),
      'ledger_permitted',
    ],
    ['rounding downwards', () => entry('rounding', { committed_change: -1, hold_cents: 19_999 }), 'ledger_permitted'],
    ['expense above the commitment', () => entry('expense', { spent_change: 20_001 }), 'ledger_permitted'],
    ['expense of nobody’s', () => charged({ ticket_id: null }), 'ledger_permitted'],
    ['expense of nothing', () => charged({ spent_change: 0 }), 'ledger_permitted'],
    ['money back that reverses nothing', () => charged({ spent_change: -10 }), 'ledger_permitted'],
    ['allocation of nothing', () => entry('allocation', { opened_change: 0 }), 'ledger_permitted'],
    [
      'provisional allocation of nothing',
      () => entry('provisional-allocation', { opened_change: 0 }),
      'ledger_permitted',
    ],
    ['transfer of nothing', () => entry('transfer', { opened_change: 0 }), 'ledger_permitted'],
    ['transfer without its other side', () => entry('transfer', { pair_id: null }), 'ledger_permitted'],
    ['transfer without a reason', () => entry('transfer', { reason: null }), 'ledger_permitted'],
    ['carry-over without its other side', () => entry('carry-over', { pair_id: null }), 'ledger_permitted'],
    ['carry-over that brings less than it holds', () => carriedIn({ opened_change: 19_999 }), 'ledger_permitted'],
    ['lapse that gives', () => entry('lapse', { opened_change: 500 }), 'ledger_permitted'],
    ['a kind nobody knows', () => entry('lapse', { kind: 'gift' }), 'ledger_entry_kind_check'],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });
});
