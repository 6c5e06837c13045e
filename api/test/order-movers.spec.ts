import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOnMoney, type OrderAction, type OrderState } from '@parc/domain';
import { House } from './harness/house.js';
import { ask, bodyOf } from './harness/order-asking.js';
import { anOrder } from './harness/order-builders.js';
import { traces } from './harness/order-traces.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';

/** As whom somebody moves an order, and what they must have seen of it. */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

describe('a deputy of the head', () => {
  it('acts as the head, and the thread says that it was a deputy', async () => {
    const { head, school } = world.plan;
    const [own] = await house.sql<{ id: string }>(
      `select id from assignment where account_id = $1 and role = 'school-head'`,
      [head.accountId],
    );
    const deputy = await house.person('school-head', {
      ...{ school_id: school.id, deputy_of_id: own!.id, to_day: '2026-10-20' },
    });
    const signed = async (person: typeof head, state: OrderState, action: OrderAction) => {
      const order = await anOrder(world).in(state);
      expect((await ask(world, person, order, action)).status).toBe(200);
      const { role, deputy: asDeputy } = (await traces(world, order)).moves.find(
        (move) => move.action === action && move.account_id === person.accountId,
      )!;
      return `${action} ${role} ${asDeputy}`;
    };
    expect([
      await signed(deputy, 'draft', 'submit'),
      await signed(deputy, 'installed', 'confirm'),
      await signed(head, 'draft', 'submit'),
      await signed(head, 'installed', 'confirm'),
    ]).toEqual([
      'submit school-head true',
      'confirm school-head true',
      'submit school-head false',
      'confirm school-head false',
    ]);
  });
});

describe('a move without the version that was seen', () => {
  it.each<[OrderState, OrderAction]>([
    ['submitted', 'return'],
    ['submitted', 'approve'],
    ['approved', 'schedule'],
    ['installed', 'confirm-by-default'],
    ['confirmed', 'adjourn'],
  ])('of an order that is %s is refused: %s', async (state, action) => {
    const order = await anOrder(world).in(state);
    const body = { ...bodyOf(world, order, action), ...(isOnMoney(action) ? { seenCents: 0 } : {}) };
    const answer = await world.plan.manager.post(`/api/v1/orders/${order.id}/${action}`, body);
    expect(answer.body.code).toBe('version.missing');
    expect((await traces(world, order)).order.state).toBe(state);
  });
});
