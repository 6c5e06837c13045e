import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Order } from '../src/orders/order.entity.js';
import { Transactions } from '../src/platform/database/transactions.js';
import { RefusalReader } from '../src/platform/http/refusal-reader.js';
import { House } from './harness/house.js';

/** A connection that dies while nobody waits for it: the next statement finds out, and the person is told to come back. */

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Ends the connection of this transaction and waits until it is taken away. */
async function die(manager: EntityManager): Promise<void> {
  const [{ pid }] = await manager.query('select pg_backend_pid() as pid');
  await house.sql('select pg_terminate_backend($1)', [pid]);
  while (!manager.queryRunner!.isReleased) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function told(work: (manager: EntityManager) => Promise<unknown>): Promise<unknown> {
  const { application } = house;
  const thrown = await application
    .get(Transactions)
    .runAsSystem('test', async (manager) => {
      await die(manager);
      await work(manager);
    })
    .catch((error: unknown) => error);
  return application.get(RefusalReader).of(thrown).code;
}

describe('a connection that is gone before the next step of its transaction', () => {
  it.each<[string, (manager: EntityManager) => Promise<unknown>]>([
    ['a statement', (manager) => manager.query('select 1')],
    ['a row read', (manager) => manager.findOneBy(Order, { number: 'C-2026-00001' })],
    ['a row written', (manager) => manager.update(Order, { number: 'C-2026-00001' }, { note: '' })],
    ['a statement built', (manager) => manager.createQueryBuilder(Order, 'o').getCount()],
  ])('%s: busy, and nothing is kept', async (_step, work) => {
    expect(await told(work)).toBe('server.busy');
  });

  it('its COMMIT: not known', async () => {
    expect(await told(() => Promise.resolve())).toBe('server.unknown');
  });
});
