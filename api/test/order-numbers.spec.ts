import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

/** A year of more orders than a number has figures for: none is cut, none comes before one that was given earlier. */

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 100_000_000);
});
afterAll(() => house.close());

const numberOf = async (id: string) =>
  (await house.sql<{ number: string }>('select number from installation_order where id = $1', [id]))[0]!.number;

describe('the hundred thousandth', () => {
  it('order of a year has its number, as the one before and the one after', async () => {
    const first = await submitted(plan);
    await house.sql(`select setval('order_number_2026', 99998)`);
    const ids = [first, await submitted(plan), await submitted(plan), await submitted(plan)];
    const numbers = [];
    for (const id of ids) numbers.push(await numberOf(id));
    expect(numbers).toEqual(['C-2026-00001', 'C-2026-99999', 'C-2026-100000', 'C-2026-100001']);
    for (const direction of ['asc', 'desc']) {
      const { body } = await plan.manager.get(`/api/v1/orders?sort=number&direction=${direction}`);
      const listed = body.items.map(({ number }: { number: string }) => number);
      expect(listed).toEqual(direction === 'asc' ? numbers : [...numbers].reverse());
    }
  });

  it('of a basket’s orders stands after the one before it', async () => {
    await house.sql(`select setval('order_number_2026', 99997)`);
    await house.arrange(`update installation_order set number = replace(number, 'C-2026-', 'C-2025-')`);
    const lines = [plan.itemId, plan.contractItemId].map((itemId) => ({ itemId, quantity: 4 }));
    const third = await house.build.contract();
    const thirdItem = await house.build.item({ contract_id: third.id });
    const { id } = await draft(plan, [...lines, { itemId: thirdItem, quantity: 4 }]);
    const sent = await plan.head.act(id, 'submit');
    const numbers = sent.body.orders.map(({ number }: { number: string }) => number);
    expect(numbers).toEqual(['C-2026-99998', 'C-2026-99999', 'C-2026-100000']);
    const { body } = await plan.head.get(`/api/v1/orders/${id}`);
    expect(body.basket.map(({ number }: { number: string }) => number)).toEqual(numbers.slice(1));
  });

  it('purchase order of a contract too', async () => {
    await house.arrange('update contract_period set last_purchase_order = 99999 where id = $1', [plan.periodId]);
    const id = await submitted(plan, 'contract');
    expect((await plan.manager.act(id, 'approve', {})).status).toBe(200);
    const { body } = await plan.manager.get(`/api/v1/orders/${id}`);
    expect(body.purchaseOrderNumber).toMatch(/\/BC-2026-100000$/);
  });

  it('has a sequence for every year that has a budget', async () => {
    const rows = await house.sql(
      `select year from generate_series(2020, 2100) year where to_regclass('order_number_' || year) is null`,
    );
    expect(rows).toEqual([]);
  });
});
