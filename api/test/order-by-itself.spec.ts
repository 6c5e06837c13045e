import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { ask } from './harness/order-asking.js';
import { anOrder, type BuiltOrder, type OrderShape } from './harness/order-builders.js';
import { traces } from './harness/order-traces.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';

/** The system's own moves of an order, as the rows of `order-expected.ts` with an S say. */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

describe('the system', () => {
  const job = async (name: string) =>
    expect((await (await house.person('administrator')).post(`/api/v1/jobs/${name}/run`)).status).toBe(200);
  const stateOf = async (order: BuiltOrder) => (await traces(world, order)).order.state;

  it.each<[string, OrderShape, string]>([
    ['under the threshold', { quantity: 2 }, 'approved'],
    ['above it', { quantity: 3 }, 'submitted'],
    [
      'that waits for a socket',
      {
        quantity: 2,
        columns: { prerequisites: '[{"what":"power","promisedBy":"commune","kept":false,"dueOn":null}]' },
      },
      'submitted',
    ],
  ])('approves at once an order %s, or leaves it to a person', async (_title, shape, state) => {
    const order = await anOrder(world, { ...shape, performer: 'contract' }).in('draft');
    const before = await traces(world, order);
    expect((await ask(world, world.plan.head, order, 'submit')).body.state).toBe('submitted');
    const after = await traces(world, order);
    expect(after.order.state).toBe(state);
    const mails = after.mails.length - before.mails.length;
    if (state === 'submitted') return expect(mails).toBe(0);
    expect(after.moves.at(-1)).toMatchObject({ action: 'approve', role: 'system', account_id: null });
    expect(after.moves.at(-1)!.reason).toContain('approuvée d’office');
    expect(after.order).toMatchObject({ hold_kind: 'committed', hold_cents: 24_000, counted_net_cents: 20_000 });
    expect(after.order.purchase_order_number).toMatch(/\/BC-2026-\d{5}$/);
    // The school and the firm.
    expect(mails).toBe(2);
  });

  it('closes what is certified: the metropole’s own work, and a firm’s once its invoice is known', async () => {
    const own = await anOrder(world).in('certified');
    const billed = await anOrder(world, { performer: 'contract', columns: { invoice_number: 'F-2026-7' } }).in(
      'certified',
    );
    const unbilled = await anOrder(world, { performer: 'contract' }).in('certified');
    await job('order-closing');
    expect([await stateOf(own), await stateOf(billed), await stateOf(unbilled)]).toEqual([
      'closed',
      'closed',
      'certified',
    ]);
    const { moves } = await traces(world, own);
    expect(moves.at(-1)).toMatchObject({ action: 'close', from_state: 'certified', role: 'system', account_id: null });
  });

  it('gives an order that nobody answered back to its school once the year is over, not before', async () => {
    const unanswered = await anOrder(world).in('submitted');
    const approved = await anOrder(world).in('approved');
    const before = await traces(world, unanswered);
    house.setNow('2026-12-31T22:59:00Z');
    await job('order-lapses');
    expect(await stateOf(unanswered)).toBe('submitted');
    house.setNow('2026-12-31T23:00:00Z');
    await job('order-lapses');
    const after = await traces(world, unanswered);
    expect(after.order).toMatchObject({ state: 'draft', hold_id: null, hold_cents: null });
    expect(after.order.number).toBe(before.order.number);
    expect(after.moves.at(-1)).toMatchObject({ action: 'lapse', from_state: 'submitted', role: 'system' });
    const told = after.mails
      .slice(before.mails.length)
      .filter(({ subject }) => String(subject).includes(String(before.order.number)));
    expect(told).toHaveLength(1);
    expect(await stateOf(approved)).toBe('approved');
    house.setNow(House.START);
  });
});
