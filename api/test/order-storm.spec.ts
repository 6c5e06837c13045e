import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Caller, type Called } from './harness/caller.js';
import { House } from './harness/house.js';
import { anOrder, type BuiltOrder } from './harness/order-builders.js';
import { orderWorld, placeWith, type OrderWorld, type Place } from './harness/order-world.js';
import type { Person } from './harness/person.js';

/**
 * Everything at once that locks a contract's period and envelopes: nobody waits in a circle. The baskets are split between the
 * metropole and one contract, and small enough to be approved of themselves.
 */

const SCHOOLS = 8;
const BASKETS = 64;
/** Firms' orders that the managers decide meanwhile. */
const DECIDED = 24;

let house: House;
let world: OrderWorld;
let places: Place[];
let origin: string;
/** As many as there are schools: one person's requests would wait for one another. */
let managers: Caller[];

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
  await house.application.listen(0, '127.0.0.1');
  origin = `http://127.0.0.1:${(house.application.getHttpServer().address() as AddressInfo).port}`;
  places = [];
  managers = [];
  for (let i = 0; i < SCHOOLS; i++) {
    places.push(await placeWith(house, 100_000_000));
    managers.push(callerOf(await house.person('plan-manager')));
  }
});
afterAll(() => house.close());

const callerOf = ({ token, session }: Person) => new Caller(origin, token!, session!.csrfToken);

let keys = 0;
const key = () => `tempete-${String((keys += 1)).padStart(6, '0')}`;

const BASKET_CENTS = 24_000;

/** One item of each performer, 240,00 € in all: the automatic threshold is 300,00 €. */
async function splitBasket({ head }: Place): Promise<{ id: string; version: number }> {
  const { itemId, contractItemId } = world.plan;
  const lines = [itemId, contractItemId].map((each) => ({ itemId: each, quantity: 1 }));
  const { body } = await head.post('/api/v1/orders', { lines, wishes: [], contact: '', note: '', prerequisites: [] });
  return body;
}

async function firmsOrders(state: 'submitted' | 'approved'): Promise<BuiltOrder[]> {
  const orders: BuiltOrder[] = [];
  for (let i = 0; i < DECIDED; i++)
    orders.push(await anOrder(world, { performer: 'contract', place: places[i % SCHOOLS]! }).in(state));
  return orders;
}

async function deadlocks(): Promise<number> {
  const [row] = await house.sql<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return row!.deadlocks;
}

/** A server process tells its figures when it ends, at the latest. */
async function deadlocksOnceTold(): Promise<number> {
  await house.application.get(DataSource).destroy();
  for (let tries = 0; tries < 100; tries++) {
    const [open] = await house.sql<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'parc-ecole'`,
    );
    if (open!.count === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return deadlocks();
}

describe('64 clients who send split baskets while managers decide, look, cancel and move money', () => {
  it('never wait in a circle, and every basket is approved whole', async () => {
    const drafts: { place: Place; draft: { id: string; version: number } }[] = [];
    for (let i = 0; i < BASKETS; i++) {
      const place = places[i % SCHOOLS]!;
      drafts.push({ place, draft: await splitBasket(place) });
    }
    const [toApprove, toCancel] = [await firmsOrders('submitted'), await firmsOrders('approved')];
    const rows = new Map(
      (
        await house.sql<{ id: string; version: number; seenCents: number }>(
          'select id, version, coalesce(hold_cents, asked_cents)::int as "seenCents" from installation_order',
        )
      ).map(({ id, ...row }) => [id, row]),
    );
    const listed = (orders: readonly BuiltOrder[]) => orders.map(({ id }) => ({ id, ...rows.get(id)! }));
    const before = await deadlocks();

    const sent = drafts.map(({ place, draft: { id, version } }) =>
      callerOf(place.head).post(`/api/v1/orders/${id}/submit`, {
        key: key(),
        version,
        body: { seenCents: BASKET_CENTS },
      }),
    );
    const decide = (orders: readonly BuiltOrder[], action: string, body: object) =>
      listed(orders).map(({ id, version, seenCents }, i) =>
        managers[i % SCHOOLS]!.post(`/api/v1/orders/${id}/${action}`, {
          key: key(),
          version,
          body: { ...body, seenCents },
        }),
      );
    // Looked at in the other order than it is decided.
    const looked = [toApprove, [...toApprove].reverse(), toApprove].map((orders, i) =>
      managers[i]!.post('/api/v1/orders/bulk/approve?preview=true', { key: key(), body: { orders: listed(orders) } }),
    );
    const moved = places.map((place, i) => {
      const side = ({ schoolId }: Place) => ({ schoolId, kind: 'installation' });
      const [from, to] = [side(place), side(places[(i + 1) % SCHOOLS]!)];
      const body = { year: 2026, from, to, amountCents: 100, reason: 'une classe ouverte' };
      return managers[i]!.post('/api/v1/budgets/transfers', { key: key(), body });
    });
    const others = [...decide(toApprove, 'approve', {}), ...decide(toCancel, 'cancel', { reason: 'On ferme' })];
    const answers: Called[] = await Promise.all([...sent, ...looked, ...moved, ...others]);

    // Whom a time-out or a circle refused is told 503.
    expect(answers.filter(({ status }) => ![200, 201].includes(status)).map(({ text }) => text)).toEqual([]);
    const left = await house.sql<{ state: string; performer: string; count: number }>(
      `select state, performer, count(*)::int from installation_order where basket_id in
         (select basket_id from installation_order where id = any($1)) group by 1, 2 order by 2`,
      [drafts.map(({ draft }) => draft.id)],
    );
    expect(left).toEqual([
      { state: 'approved', performer: 'contract', count: BASKETS },
      { state: 'approved', performer: 'metropole', count: BASKETS },
    ]);
    expect((await deadlocksOnceTold()) - before).toBe(0);
  }, 60_000);
});
