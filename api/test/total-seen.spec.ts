import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_ACTIONS, ORDER_TOTALS, ORDERS, type OrderActionOnMoney } from '@parc/domain';
import { House } from './harness/house.js';
import { bodyOf, moverOf, ask, versionOf } from './harness/order-asking.js';
import { anOrder } from './harness/order-builders.js';
import { EXPECTED_MOVES } from './harness/order-expected.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';
import { draft, installed, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import { documentedRoutes } from './matrix/routes.js';

/** Nobody commits an amount that they have not seen: every act on money carries the total, and another one is refused. */

let house: House;
let world: OrderWorld;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
  plan = await smallPlan(house, 10_000_000);
});
afterAll(() => house.close());

/** 36,00 € with tax instead of 120,00 €, and the day's price dearer again. */
const reprice = (itemId: string, cents: number) =>
  house.arrange('update item_price set unit_net_cents = $2 where item_id = $1', [itemId, cents]);

const entriesOf = async (id: string) =>
  (await house.sql<{ count: number }>('select count(*)::int as count from ledger_entry where order_id = $1', [id]))[0]!
    .count;

describe('a route whose move changes money', () => {
  it('asks for the total that was seen, every one of them and no other', async () => {
    const { routes, schemas, documented } = await documentedRoutes();
    const asking = routes.flatMap((route) => {
      const schema = documented(route)!.requestBody?.content?.['application/json']?.schema;
      const name = String(schema?.['$ref'] ?? '')
        .split('/')
        .at(-1)!;
      const required = (schemas[name]?.['required'] ?? []) as string[];
      return required.includes('seenCents') ? [route.path] : [];
    });
    // Read from the effects of the rows, not from the list that the routes are made of.
    const money = ['reserve', 'commit', 'release', 'spend', 'record-report'];
    const onMoney = ORDER_ACTIONS.filter((action) =>
      ORDERS.moves.some(
        (move) =>
          move.action === action &&
          move.who.some((role) => role !== 'system') &&
          (move.effects.some((effect) => money.includes(effect.split(' ')[0]!)) ||
            (move.next === 'confirmed' && move.state !== 'confirmed')),
      ),
    );
    expect(asking.sort()).toEqual(
      [...onMoney, 'confirm-on-site'].map((action) => `/api/v1/orders/:id/${action}`).sort(),
    );
  });
});

const acts = EXPECTED_MOVES.filter(({ action, who }) => action in ORDER_TOTALS && who.length > 0);

describe('an act at another total than the one it is about', () => {
  it.each(acts.map((move) => [move.action, move.state, move] as const))(
    '%s, of an order that is %s: refused with the new total, and nothing is written',
    async (action, state, move) => {
      const shape = action === 'complement' ? { done: 5 } : {};
      const order = await anOrder(world, shape).in(state);
      const person = moverOf(world, move, move.who[0]!);
      const before = [await versionOf(world, order), await entriesOf(order.id)];
      const wrong = { ...bodyOf(world, order, action), seenCents: 2_160 };
      const refused = await ask(world, person, order, action, { body: wrong });
      const totalCents =
        action === 'complement' ? 60_000 : ORDER_TOTALS[action as OrderActionOnMoney] === 'reported' ? 36_000 : 48_000;
      expect(refused).toMatchObject({ status: 412, body: { code: 'total.changed', totalCents } });
      expect([await versionOf(world, order), await entriesOf(order.id)]).toEqual(before);
      const agreed = { ...wrong, seenCents: refused.body.totalCents };
      expect((await ask(world, person, order, action, { body: agreed })).status).toBe(200);
    },
  );
});

describe('a price that changes between reading and sending', () => {
  it('commits nothing unseen: the button said 21,60 €, 240,00 € are refused with what they are now', async () => {
    const itemId = await house.build.item({}, { unitNetCents: 1_800, vatBasisPoints: 2_000 });
    const { id } = await draft(plan, [{ itemId, quantity: 1 }]);
    const page = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(page.askedCents).toBe(2_160);
    await reprice(itemId, 20_000);
    const sent = (seenCents: number) =>
      plan.head.post(`/api/v1/orders/${id}/submit`, { seenCents }, { version: page.version });
    const refused = await sent(2_160);
    expect(refused).toMatchObject({ status: 412, body: { code: 'total.changed', totalCents: 24_000 } });
    expect(refused.body.title.replace(/\s/g, ' ')).toContain('240,00 €');
    expect((await sent(24_000)).body).toMatchObject({ state: 'submitted' });
  });

  it('is told before the money is, and for the whole basket of two performers', async () => {
    const { id } = await draft(plan, [
      { itemId: plan.itemId, quantity: 2 },
      { itemId: plan.contractItemId, quantity: 1 },
    ]);
    const sent = (seenCents: number) => plan.head.act(id, 'submit', { seenCents });
    expect((await sent(24_000)).body).toMatchObject({ code: 'total.changed', totalCents: 36_000 });
    expect((await sent(36_000)).body.orders).toHaveLength(2);
  });

  it('is said line by line when the draft is opened again, and what is withdrawn is named and kept', async () => {
    const [dearer, gone, same] = [await house.build.item(), await house.build.item(), await house.build.item()];
    const { id } = await draft(
      plan,
      [dearer!, gone!, same!].map((itemId) => ({ itemId, quantity: 1 })),
    );
    await reprice(dearer!, 20_000);
    await house.arrange(`update catalogue_item set state = 'withdrawn' where id = $1`, [gone]);
    const page = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    const names = new Map(page.lines.map((line: { itemId: string; itemName: string }) => [line.itemId, line.itemName]));
    expect(page.changes).toEqual([
      expect.objectContaining({ itemName: names.get(dearer), beforeCents: 12_000, nowCents: 24_000 }),
      expect.objectContaining({ itemName: names.get(gone), beforeCents: 12_000, nowCents: null }),
    ]);
    expect([page.askedCents, page.lines.length]).toEqual([48_000, 3]);

    // Kept again with one more: what left the catalogue is still there, and the other's price is no longer news.
    const lines = [dearer, gone, same].map((itemId) => ({ itemId, quantity: 2 }));
    const content = { lines, wishes: [], contact: '', note: '', prerequisites: [] };
    expect((await plan.head.put(`/api/v1/orders/${id}`, content, { version: page.version })).status).toBe(200);
    const kept = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(kept.changes).toEqual([expect.objectContaining({ itemName: names.get(gone), nowCents: null })]);
    expect((await plan.head.act(id, 'submit')).body.code).toBe('order.item-not-orderable');
    // Into another draft it does not come.
    expect((await plan.head.post('/api/v1/orders', content)).body.code).toBe('order.item-not-orderable');
  });

  it('has no word in an order that was sent: its prices are frozen', async () => {
    const id = await submitted(plan);
    await reprice(plan.itemId, 20_000);
    expect((await plan.manager.get(`/api/v1/orders/${id}`)).body).toMatchObject({ changes: [], askedCents: 48_000 });
    await reprice(plan.itemId, 10_000);
  });
});

describe('the same decision on many orders', () => {
  it('is refused for the one whose total is another, and applies only what a preview has shown', async () => {
    const ids = [await submitted(plan), await submitted(plan)];
    const orders = await Promise.all(
      ids.map(async (id) => ({ id, version: (await plan.manager.get(`/api/v1/orders/${id}`)).body.version as number })),
    );
    const unseen = await plan.manager.post('/api/v1/orders/bulk/approve', { orders });
    expect(unseen).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const { body } = await plan.manager.post('/api/v1/orders/bulk/approve', {
      orders: orders.map((order, index) => ({ ...order, seenCents: index === 0 ? 48_000 : 2_160 })),
    });
    expect(body).toMatchObject({
      totalCents: 48_000,
      outcomes: [{ done: true }, { done: false, code: 'total.changed' }],
    });
  });
});

describe('confirming on the technician’s phone', () => {
  it('accepts no other cost than the one shown, and the code is asked all the same', async () => {
    const id = await installed(plan);
    const answer = await plan.technician.act(id, 'confirm-on-site', { code: '999999', seenCents: 1 });
    expect(answer.body.code).toBe('order.code-wrong');
  });
});
