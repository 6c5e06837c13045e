import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import {
  contractCount,
  GUARDS,
  layGround,
  raw,
  RESOLVES_NOTHING,
  RIGHT_ENTRIES,
  together,
  type Case,
  type Ground,
  type RightKind,
} from './harness/ledger-ground.js';
import { insert, RawLedger, type EntryRow, type Statement } from './harness/raw-ledger.js';

/** What guards the ledger beyond a single row: pairs, the past, closed years and corrections. Orders and contracts: `ledger-orders.spec.ts`. */

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

describe('a pair, when the transaction commits', () => {
  const transferred = (back: number) => {
    const pair_id = randomUUID();
    return together(
      entry('transfer', { pair_id }),
      entry('transfer', { pair_id, envelope_id: ground.nextYear, opened_change: back }),
    );
  };
  const carriedOver = (cents: number) => async (statement: Statement) => {
    const { committed, nextYear } = ground;
    const pair_id = randomUUID();
    await entry('carry-over', { pair_id })(statement);
    const holdId = await entry('carry-over', {
      ...{ pair_id, envelope_id: nextYear, opened_change: cents, committed_change: cents },
      ...{ opens_hold: 'committed', hold_cents: cents, ...RESOLVES_NOTHING },
    })(statement);
    await ledger.setHold(statement, { ...committed, holdId, holdCents: cents }, { ...ground, envelopeId: nextYear });
  };

  it.each<Case>([
    ['gives one envelope what it takes from another', () => transferred(-500), 'accepted'],
    ['makes no cent', () => transferred(-499), GUARDS.pairUnbalanced],
    ['loses no cent', () => transferred(-501), GUARDS.pairUnbalanced],
    ['has two sides', () => entry('transfer'), GUARDS.pairUnbalanced],
    ['carries a commitment into the new year', () => carriedOver(20_000), 'accepted'],
    ['carries over what it took', () => carriedOver(19_999), GUARDS.pairUnbalanced],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work(), { atCommit: true })).toBe(said);
  });

  it('is refused by a real commit too', async () => {
    await expect(ledger.kept(entry('transfer'))).rejects.toMatchObject({ code: GUARDS.pairUnbalanced });
  });
});

describe('the past', () => {
  it.each<Case>([
    [
      'is not changed',
      () => raw('update ledger_entry set opened_change = opened_change + 1 where id = $1', [ground.allocation]),
      GUARDS.rewritesThePast,
    ],
    [
      'is not deleted',
      () => raw('delete from ledger_entry where id = $1', [ground.ticketExpense]),
      GUARDS.rewritesThePast,
    ],
    ['is not emptied', () => raw('truncate ledger_entry cascade'), GUARDS.rewritesThePast],
    ['keeps its history as it was', () => raw(`update history set actor = 'system:nobody'`), GUARDS.rewritesThePast],
    [
      'keeps the moves of its orders',
      () =>
        together(
          (statement) =>
            insert(statement, 'order_move', {
              order_id: ground.draft,
              action: 'submit',
              to_state: 'submitted',
              role: 'system',
              at: 'now',
            }),
          raw('delete from order_move'),
        ),
      GUARDS.rewritesThePast,
    ],
    [
      'keeps the rule of each allocation',
      () =>
        together(
          (statement) =>
            insert(statement, 'allocation_run', {
              year: 2026,
              kind: 'installation',
              rule: {},
              account_id: ground.accountId,
              applied_at: 'now',
            }),
          raw(`update allocation_run set rule = '{"votedCents": 1}'`),
        ),
      GUARDS.rewritesThePast,
    ],
    [
      'keeps what a contract counted',
      () =>
        together(
          (statement) => insert(statement, 'contract_entry', contractCount(ground, 1_000)),
          raw('delete from contract_entry'),
        ),
      GUARDS.rewritesThePast,
    ],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });

  it('has no row without a name', async () => {
    const unnamed = together(
      raw(`select set_config('parc.actor', '', true)`),
      raw('insert into envelope (year, kind) values (2040, $1)', ['installation']),
    );
    expect(await ledger.judge(unnamed)).toBe(GUARDS.namesNoActor);
  });
});

describe('a closed envelope', () => {
  it('takes no entry any more', async () => {
    expect(await ledger.judge(entry('lapse', { envelope_id: ground.closed }))).toBe(GUARDS.envelopeClosed);
  });

  it('takes none from a transaction that saw it open while it was being closed', async () => {
    const envelope = await house.build.envelope(ground.schoolId, 10_000, 2035);
    let close!: () => void;
    const closing = ledger.kept(async (statement) => {
      await statement(`update envelope set closed_on = '2035-12-31' where id = $1`, [envelope]);
      await new Promise<void>((resolve) => (close = resolve));
    });
    while (!close) await new Promise((resolve) => setImmediate(resolve));
    const posting = ledger.judge(entry('lapse', { envelope_id: envelope }), { atCommit: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    close();
    await closing;
    expect(await posting).toBe(GUARDS.envelopeClosed);
  });
});

describe('a correction', () => {
  const lapse = randomUUID();
  const corrected = (changes: EntryRow = {}) =>
    entry('allocation', {
      opened_change: -100_000,
      reverses_id: ground.allocation,
      reason: 'saisie deux fois',
      ...changes,
    });
  const ticketBack = (changes: EntryRow = {}) =>
    entry('expense', {
      ...{ order_id: null, committed_change: 0, spent_change: -5_000, ...RESOLVES_NOTHING },
      ...{ reverses_id: ground.ticketExpense, reason: 'ticket d’une autre école', ...changes },
    });
  const room = () => entry('allocation', { opened_change: 200_000 });
  const lapsed = (changes: EntryRow = {}) => entry('lapse', { id: lapse, ...changes });
  const givenBack = (changes: EntryRow = {}) =>
    entry('lapse', { opened_change: 500, reverses_id: lapse, reason: 'budget prolongé', ...changes });
  const charged = () => ticketBack({ spent_change: 5_000, reverses_id: null, ticket_id: ground.ticketId });

  it.each<Case>([
    ['takes back an allocation', () => together(room(), corrected()), 'accepted'],
    ['takes back an expense', () => ticketBack(), 'accepted'],
    ['gives back what lapsed', () => together(lapsed(), givenBack()), 'accepted'],
    ['gives it back once', () => together(lapsed(), givenBack(), givenBack()), 'ledger_reversed_once'],
    ['gives back all of it', () => together(lapsed(), givenBack({ opened_change: 499 })), 'ledger_reverses'],
    ['of a lapse is of a lapse that was', () => givenBack(), 'ledger_reverses'],
    ['of a lapse says why', () => together(lapsed(), givenBack({ reason: null })), 'ledger_reversal_explained'],
    [
      'of a lapse is not reversed in its turn',
      () => {
        const id = randomUUID();
        const again = entry('lapse', { opened_change: -500, reverses_id: id, reason: 'encore' });
        return together(lapsed(), givenBack({ id }), again);
      },
      'ledger_permitted',
    ],
    ['is made once', () => together(charged(), ticketBack(), ticketBack()), 'ledger_reversed_once'],
    ['says why', () => ticketBack({ reason: null }), 'ledger_reversal_explained'],
    ['takes back all of it', () => ticketBack({ spent_change: -4_999 }), 'ledger_reverses'],
    [
      'takes back no more than all of it',
      () => together(room(), corrected({ opened_change: -100_001 })),
      'ledger_reverses',
    ],
    ['is of the same kind', () => together(room(), corrected({ kind: 'provisional-allocation' })), 'ledger_reverses'],
    [
      'is of the same envelope',
      () =>
        together(
          entry('allocation', { envelope_id: ground.nextYear, opened_change: 100_000 }),
          corrected({ envelope_id: ground.nextYear }),
        ),
      'ledger_reverses',
    ],
    ['takes back something that is there', () => ticketBack({ reverses_id: randomUUID() }), 'ledger_reverses'],
    [
      'holds nothing',
      () => entry('reservation', { reverses_id: ground.allocation, reason: 'pour rien' }),
      'ledger_reversal_explained',
    ],
  ])('%s', async (_sentence, work, said) => {
    expect(await ledger.judge(work())).toBe(said);
  });
});

describe('many who reserve at once, without any lock', () => {
  it('are ten of 24 for money that pays for ten, by the constraints alone', async () => {
    const envelope = await house.build.envelope(ground.schoolId, 100_000, 2036);
    const at = { ...ground, envelopeId: envelope };
    const reserve = async (): Promise<string> => {
      try {
        await ledger.kept((statement) => ledger.holding(statement, at, 'reserved', 10_000));
        return 'reserved';
      } catch (error) {
        const { constraint } = error as { constraint?: string };
        // Somebody else wrote the entry that this one followed: read again.
        return constraint?.startsWith('ledger_chain') ? reserve() : String(constraint);
      }
    };
    const outcomes = await Promise.all(Array.from({ length: 24 }, reserve));
    expect(outcomes.filter((outcome) => outcome === 'reserved')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'ledger_never_below_zero')).toHaveLength(14);
  });
});
