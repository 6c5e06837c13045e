import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Transactions, type Write } from '../src/platform/database/transactions.js';
import { House } from './harness/house.js';
import { smallPlan } from './harness/plan.js';

/** What is sent together with a repetition key's claim: it is used when the key is new, and dropped when it is known. */

let house: House;
let transactions: Transactions;
let write: (key: string) => Write;
/** What the work was given to read, each time that it ran. */
let works: unknown[] = [];

beforeAll(async () => {
  house = await House.open();
  const { manager } = await smallPlan(house);
  transactions = house.application.get(Transactions);
  const [held] = await house.sql<{ id: string; version: number }>(
    'select id, version from session where account_id = $1',
    [manager.accountId],
  );
  write = (key) => ({
    writer: { accountId: manager.accountId },
    session: held,
    expectedVersion: null,
    repeat: { route: 'POST /essai', key, bodyHash: 'empty', status: 0 },
  });
});
beforeEach(() => {
  works = [];
});
afterAll(() => house.close());

const reads = async (manager: EntityManager) => (await manager.query('select 7 as seven'))[0].seven;
const fails = (manager: EntityManager) => manager.query('select 1 / (1 - $1::int)', [1]);

function run(key: string, first: (manager: EntityManager) => Promise<unknown>): Promise<unknown> {
  const work = (_: EntityManager, read: unknown) => {
    works.push(read);
    return Promise.resolve({ read });
  };
  return transactions.run(write(key), work, first);
}

describe('a read sent with the claim of a repetition key', () => {
  it('is what the work is given, the first time; a repetition answers the same and runs nothing', async () => {
    expect(await run('cle-nouvelle', reads)).toEqual({ read: 7 });
    expect(await run('cle-nouvelle', reads)).toEqual({ read: 7 });
    expect(works).toEqual([7]);
  });

  it('tells why it failed, under a new key, which stays free', async () => {
    await expect(run('cle-libre', fails)).rejects.toMatchObject({ code: '22012' });
    expect(await run('cle-libre', reads)).toEqual({ read: 7 });
  });

  it('that fails under a known key tells its reason, and the repetition after it its answer', async () => {
    await run('cle-connue', reads);
    await expect(run('cle-connue', fails)).rejects.toMatchObject({ code: '22012' });
    expect(await run('cle-connue', reads)).toEqual({ read: 7 });
    expect(works).toEqual([7]);
  });
});
