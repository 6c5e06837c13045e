import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OrderContext } from '../src/orders/order.context.js';
import { SchoolBudgetsQueries } from '../src/budgets/school-budgets.queries.js';
import { House } from './harness/house.js';
import { afterwards } from './harness/meanwhile.js';
import type { Person } from './harness/person.js';
import { smallPlan, submitted, type SmallPlan } from './harness/plan.js';

/**
 * What one answer puts together was true at one instant, although somebody writes between its statements. That every screen
 * of several statements reads so, `screen-queries.spec.ts` holds.
 */

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
  await house.build.envelope(null, 1_000_000);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => house.close());

async function give(manager: Person, amountCents: number): Promise<void> {
  const side = (schoolId: string | null) => ({ schoolId, kind: 'installation' });
  const body = { year: 2026, from: side(plan.school.id), to: side(null), amountCents, reason: 'pour la réserve' };
  expect((await manager.post('/api/v1/budgets/transfers', body)).status).toBe(201);
}

describe('while somebody writes', () => {
  it('a statement’s bar is what its lines come to', async () => {
    const url = `/api/v1/schools/${plan.school.id}/budgets/2026/installation/entries`;
    afterwards(house.application.get(SchoolBudgetsQueries, { strict: false }), 'bars', () => give(plan.manager, 700));
    const { body } = await plan.head.get(url);
    expect(body.lines[0].availableAfterCents).toBe(body.bar.availableCents);
    const after = (await plan.head.get(url)).body;
    expect(after.bar.availableCents).toBe(body.bar.availableCents - 700);
    expect(after.lines).toHaveLength(body.lines.length + 1);
  });

  it('an order’s page says what is possible at the version it bears, with the thread and the money of then', async () => {
    const id = await submitted(plan);
    const url = `/api/v1/orders/${id}`;
    const before = (await plan.manager.get(url)).body;
    afterwards(house.application.get(OrderContext, { strict: false }), 'judge', async () => {
      expect((await plan.certifier.act(id, 'approve', {})).status).toBe(200);
    });
    const { body } = await plan.manager.get(url);
    expect(body).toEqual(before);
    expect((await plan.manager.get(url)).body).toMatchObject({ state: 'approved', version: before.version + 1 });
  });

  it('the sums of the schools and the reserve make the whole plan', async () => {
    const url = '/api/v1/budgets/totals?year=2026';
    const whole = async () => {
      const { body } = await plan.manager.get(url);
      return body.availableCents + body.reserve.availableCents;
    };
    const expected = await whole();
    const seen = new Set<number>();
    const writing = (async () => {
      for (let i = 0; i < 20; i++) await give(plan.certifier, 100);
    })();
    for (let i = 0; i < 60; i++) seen.add(await whole());
    await writing;
    expect([...seen]).toEqual([expected]);
  });
});
