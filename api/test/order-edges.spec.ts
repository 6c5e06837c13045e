import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderAction, OrderState, Role } from '@parc/domain';
import { House } from './harness/house.js';
import { said, type Body } from './harness/answers.js';
import { ask, bodyOf } from './harness/order-asking.js';
import { anOrder, type BuiltOrder, type OrderShape } from './harness/order-builders.js';
import { traces } from './harness/order-traces.js';
import { orderWorld, placeWith, type OrderWorld } from './harness/order-world.js';

/** Where a guard begins and ends, what a body may not say, and what a move does beyond the plain case of `order-effects.spec.ts`. */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

type Ask = {
  shape?: OrderShape;
  who?: Role | 'certifier';
  body?: (usual: Body, order: BuiltOrder) => Body;
};

async function asked(state: OrderState, action: OrderAction, { shape, who = 'plan-manager', body }: Ask) {
  const order = await anOrder(world, shape).in(state);
  const actor = who === 'certifier' ? world.certifier : world.people[who];
  const usual = bodyOf(world, order, action);
  const answer = await ask(world, actor, order, action, { body: body ? body(usual ?? {}, order) : usual });
  return { order, answer, said: said(answer) };
}

const lines =
  (change: Body) =>
  (usual: Body, { lineId }: BuiltOrder) => ({ ...usual, lines: [{ lineId, ...change }] });
const ELSEWHERE = '01890000-0000-7000-8000-000000000000';

const cases: [sentence: string, OrderState, OrderAction, Ask, answer: string][] = [
  [
    'at the cost committed and a cent a line',
    'confirmed',
    'certify',
    { who: 'certifier', shape: { columns: { reported_cents: 48_001 } } },
    '200 certified',
  ],
  ['at nothing', 'confirmed', 'certify', { who: 'certifier', shape: { done: 0 } }, '200 certified'],
  [
    'on the tenth day',
    'installed',
    'confirm-by-default',
    { shape: { columns: { reported_at: '2026-09-26T21:59:00Z' } } },
    '200 confirmed',
  ],
  [
    'for a cent more than is committed',
    'installed',
    'complement',
    { shape: { columns: { reported_cents: 48_001 } } },
    '200 installed',
  ],
  [
    'to nobody',
    'approved',
    'schedule',
    { body: (usual) => ({ ...usual, assignedAccountId: null }) },
    '422 order.assignee-missing',
  ],
  [
    'to somebody who is no technician',
    'approved',
    'schedule',
    { body: (usual) => ({ ...usual, assignedAccountId: world.certifier.accountId }) },
    '422 order.assignee-unknown',
  ],
  ['to a firm, without a name', 'approved', 'schedule', { shape: { performer: 'contract' } }, '200 scheduled'],
  [
    'during class',
    'approved',
    'schedule',
    { body: (usual) => ({ ...usual, from: '10:00', to: '11:00' }) },
    '422 order.slot-in-class',
  ],
  [
    'during class',
    'scheduled',
    'move',
    { body: (usual) => ({ ...usual, from: '10:00', to: '11:00' }) },
    '422 order.slot-in-class',
  ],
  [
    'at an hour that ends before it begins',
    'scheduled',
    'move',
    { body: (usual) => ({ ...usual, from: '18:00', to: '17:00' }) },
    '422 order.slot-unreadable',
  ],
  [
    'all at zero',
    'submitted',
    'approve',
    { body: lines({ quantity: 0, reason: 'Rien ne convient' }) },
    '422 order.all-zero-is-rejection',
  ],
  ['more than asked', 'submitted', 'approve', { body: lines({ quantity: 5 }) }, '422 order.quantity-out-of-range'],
  ['less, without saying why', 'submitted', 'approve', { body: lines({ quantity: 3 }) }, '422 order.reason-missing'],
  [
    'another order’s line',
    'submitted',
    'approve',
    { body: () => ({ lines: [{ lineId: ELSEWHERE, quantity: 1 }] }) },
    '422 order.line-unknown',
  ],
  [
    'nothing done, with the reason',
    'in-progress',
    'report',
    { who: 'technician', body: lines({ quantity: 0, lessReason: 'La salle était fermée' }) },
    '200 installed',
  ],
  [
    'less, without saying why',
    'in-progress',
    'report',
    { who: 'technician', body: lines({ quantity: 2 }) },
    '422 order.reason-missing',
  ],
  [
    'another order’s line',
    'in-progress',
    'report',
    { who: 'technician', body: () => ({ lines: [{ lineId: ELSEWHERE, quantity: 1 }], extraLines: [], note: '' }) },
    '422 order.line-unknown',
  ],
  [
    'at a cost that is not its lines’',
    'in-progress',
    'report',
    { who: 'technician', body: (usual) => ({ ...usual, costCents: 36_002 }) },
    '422 order.cost-not-of-lines',
  ],
  [
    'with an article of another performer',
    'in-progress',
    'report',
    {
      who: 'technician',
      body: (usual) => ({ ...usual, extraLines: [{ itemId: world.plan.contractItemId, quantity: 1 }] }),
    },
    '422 order.item-not-orderable',
  ],
  [
    'whoever of the firm',
    'scheduled',
    'start',
    { who: 'installer', shape: { performer: 'contract' } },
    '200 in-progress',
  ],
];

describe('the edges of a guard', () => {
  it.each(cases)('%s: an order that is %s, to %s', async (_sentence, state, action, how, answer) => {
    expect((await asked(state, action, how)).said).toBe(answer);
  });

  it.each([
    [59_999, '422 budget.not-enough'],
    [60_000, '200 submitted'],
  ])('five items are sent from an envelope of %i cents: %s', async (cents, answer) => {
    const place = await placeWith(house, cents);
    const order = await anOrder(world, { place, quantity: 5 }).in('draft');
    expect(said(await ask(world, place.head, order, 'submit'))).toBe(answer);
  });

  it.each<[OrderState, number, string]>([
    ['installed', 59_999, '422 budget.not-enough'],
    ['installed', 60_000, '200 installed'],
    ['confirmed', 59_999, '422 budget.not-enough'],
    ['confirmed', 60_000, '200 confirmed'],
  ])(
    'a fifth item of an order that is %s is committed from an envelope of %i cents: %s',
    async (state, cents, answer) => {
      const order = await anOrder(world, { place: await placeWith(house, cents), done: 5 }).in(state);
      expect(said(await ask(world, world.people['plan-manager'], order, 'complement'))).toBe(answer);
    },
  );

  it.each([
    [39_999, '422 order.contract-maximum'],
    [40_000, '200 approved'],
  ])('an order of 400,00 € net is given to a firm whose contract has %i cents left: %s', async (left, answer) => {
    const order = await anOrder(world, { performer: 'contract' }).in('submitted');
    const maximum = (cents: string) =>
      house.arrange(`update contract_period set maximum_net_cents = ${cents} where id = $1`, [world.plan.periodId]);
    await maximum(`counted_net_cents + ${left}`);
    expect(said(await ask(world, world.people['plan-manager'], order, 'approve'))).toBe(answer);
    await maximum('1000000000');
  });

  it.each([
    [{ state: 'closed' }, '422 order.school-closed-for-good'],
    [{ sector: 'private', state_contract: 'none' }, '422 order.school-not-eligible'],
  ])('a school that is %j sends nothing', async (school, answer) => {
    const place = await placeWith(house, 100_000, school);
    const order = await anOrder(world, { place }).in('draft');
    expect(said(await ask(world, place.head, order, 'submit'))).toBe(answer);
  });

  it('an order without a line is not sent', async () => {
    const order = await anOrder(world).in('draft');
    await house.arrange('delete from order_line where order_id = $1', [order.id]);
    expect(said(await ask(world, world.plan.head, order, 'submit'))).toBe('422 order.empty');
  });
});

describe('a submission', () => {
  it('freezes the day’s prices and keeps the number of the first time', async () => {
    const order = await anOrder(world, { columns: { number: 'C-2025-00007' } }).in('draft');
    await house.arrange('update order_line set unit_net_cents = 1, vat_basis_points = 550 where id = $1', [
      order.lineId,
    ]);
    const { body } = await ask(world, world.plan.head, order, 'submit');
    expect(body).toMatchObject({ state: 'submitted', number: 'C-2025-00007' });
    const after = await traces(world, order);
    expect(after.line).toMatchObject({ unit_net_cents: 10_000, vat_basis_points: 2_000 });
    expect(after.order).toMatchObject({ asked_cents: 48_000, hold_cents: 48_000 });
  });

  it('becomes one order a performer, all or nothing', async () => {
    const order = await anOrder(world).in('draft');
    await house.arrange(
      `insert into order_line (order_id, position, item_id, item_name, unit, quantity_asked, unit_net_cents, vat_basis_points)
       values ($1, 1, $2, 'Câblage', 'l’unité', 2, 10000, 2000)`,
      [order.id, world.plan.contractItemId],
    );
    const { body } = await ask(world, world.plan.head, order, 'submit');
    expect(body.orders.length).toBe(2);
    const rows = await house.sql(
      `select performer, hold_cents::int as held, contract_id as contract, basket_id = (select basket_id from installation_order where id = $2) as together
         from installation_order where id = any($1) order by performer`,
      [body.orders.map(({ id }: { id: string }) => id), order.id],
    );
    expect(rows).toEqual([
      { performer: 'contract', held: 24_000, contract: world.contractId, together: true },
      { performer: 'metropole', held: 48_000, contract: null, together: true },
    ]);
  });
});

describe('an approval in part', () => {
  it('commits what is approved, gives back the rest and says why', async () => {
    const { order } = await asked('submitted', 'approve', {
      shape: { performer: 'contract' },
      body: lines({ quantity: 3, reason: 'Un poste est déjà équipé' }),
    });
    const after = await traces(world, order);
    expect(after.order).toMatchObject({ approved_cents: 36_000, hold_cents: 36_000, counted_net_cents: 30_000 });
    expect(after.line).toMatchObject({ quantity_approved: 3, decision_reason: 'Un poste est déjà équipé' });
    expect(after.entries.at(-1)).toMatchObject({
      kind: 'commitment',
      reserved_change: -48_000,
      committed_change: 36_000,
    });
  });
});

describe('a certification above by cents', () => {
  it('rounds the commitment up, then spends it whole', async () => {
    const { order } = await asked('confirmed', 'certify', {
      who: 'certifier',
      shape: { columns: { reported_cents: 48_001 } },
    });
    const entries = (await traces(world, order)).entries.slice(-2);
    expect(entries).toMatchObject([
      { kind: 'rounding', committed_change: 1 },
      { kind: 'expense', committed_change: -48_001, spent_change: 48_001 },
    ]);
  });
});

describe('who carried out an order', () => {
  it('is kept when somebody else takes it over', async () => {
    const first = world.otherTechnician.accountId;
    const take = async (state: OrderState, action: OrderAction) => {
      const { order, answer } = await asked(state, action, {
        who: 'technician',
        shape: { columns: { performed_by: [first] } },
      });
      expect(answer.status).toBe(200);
      return (await traces(world, order)).order.performed_by;
    };
    const both = [first, world.plan.technician.accountId];
    expect([
      await take('scheduled', 'start'),
      await take('in-progress', 'interrupt'),
      await take('in-progress', 'report'),
    ]).toEqual([both, both, both]);
  });

  it.each<[OrderState, OrderAction, Role]>([
    ['installed', 'dispute', 'school-head'],
    ['confirmed', 'adjourn', 'plan-manager'],
  ])('of an order that is %s is kept through %s, and a confirmation by default is not', async (state, action, who) => {
    const columns = {
      confirmed_by: null,
      confirmed_by_default_by: world.certifier.accountId,
      confirmed_at: '2026-10-01T07:00:00Z',
    };
    const { order } = await asked(state, action, { who, shape: { columns } });
    expect((await traces(world, order)).order).toMatchObject({
      state: 'in-progress',
      ...{
        performed_by: [world.plan.technician.accountId],
        confirmed_by: null,
        confirmed_by_default_by: null,
        confirmed_at: null,
      },
    });
  });
});
