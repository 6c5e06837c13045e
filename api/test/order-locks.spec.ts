import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderAction, OrderState, Role } from '@parc/domain';
import { said } from './harness/answers.js';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { ask, versionOf } from './harness/order-asking.js';
import { anOrder, type BuiltOrder } from './harness/order-builders.js';
import { orderWorld, placeWith, type OrderWorld } from './harness/order-world.js';

/**
 * What a move waits for while somebody else's transaction holds it, and that it then holds nothing of what comes later:
 * parents before children, in one order for all, so that no two moves ever wait for each other.
 */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

/** The one order in which everything is locked. */
const PARENTS = ['convention', 'contract_period', 'envelope', 'installation_order'] as const;
type Parent = (typeof PARENTS)[number];

const idOf = (parent: Parent, order: BuiltOrder): string =>
  ({
    convention: world.conventionId,
    contract_period: world.plan.periodId,
    envelope: world.place.envelopeId,
    installation_order: order.id,
  })[parent];

const MONEY = ['contract_period', 'envelope'] as const;

/** Of a firm's order: what each move must find unchanged until it commits. */
const WAITS: [OrderState, OrderAction, Role | 'certifier', readonly Parent[], done?: number][] = [
  ['draft', 'submit', 'school-head', ['convention', 'envelope']],
  ['submitted', 'withdraw', 'school-head', ['envelope']],
  ['submitted', 'return', 'plan-manager', ['envelope']],
  ['submitted', 'reject', 'plan-manager', ['envelope']],
  ['submitted', 'approve', 'plan-manager', ['convention', ...MONEY]],
  ['approved', 'cancel', 'plan-manager', MONEY],
  ['installed', 'complement', 'plan-manager', MONEY, 5],
  ['confirmed', 'certify', 'certifier', MONEY],
  ['scheduled', 'start', 'installer', []],
];

const cases = WAITS.flatMap(([state, action, who, parents, done = 3]) =>
  [...parents, 'installation_order' as const].map((parent) => ({ state, action, who, parent, done })),
);

describe('a move of an order', () => {
  it.each(cases)('to $action waits for the $parent that is held, and holds nothing after it', async (given) => {
    const { state, action, who, parent, done } = given;
    const order = await anOrder(world, { performer: 'contract', done }).in(state);
    const actor = who === 'certifier' ? world.certifier : world.people[who];
    const held = await Held.row(house, parent, idOf(parent, order));
    const answer = ask(world, actor, order, action);
    const waited = await waits(house, answer);
    const after = PARENTS.slice(PARENTS.indexOf(parent) + 1);
    const taken: Parent[] = [];
    for (const later of waited ? after : []) if (!(await isFree(house, later, idOf(later, order)))) taken.push(later);
    await held.letGo('rollback');
    expect(said(await answer)).toMatch(/^200 /);
    expect({ waited, taken }).toEqual({ waited: true, taken: [] });
  });

  it.each<[OrderState, OrderAction, Role]>([
    ['draft', 'submit', 'school-head'],
    ['submitted', 'approve', 'plan-manager'],
  ])('that is %s promises no money when its convention ends while it waits: %s', async (state, action, who) => {
    const order = await anOrder(world).in(state);
    const held = await Held.row(house, 'convention', world.conventionId);
    const becomes = (to: string): [string, unknown[]] => [
      'update convention set state = $2 where id = $1',
      [world.conventionId, to],
    ];
    await held.run(...becomes('ended'));
    const answer = ask(world, world.people[who], order, action);
    const waited = await waits(house, answer);
    await held.letGo('commit');
    const got = said(await answer);
    await house.arrange(...becomes('in-force'));
    expect([waited, got]).toEqual([true, '422 order.convention-missing']);
  });

  it('is told that somebody was faster, although it guessed the version to come', async () => {
    const order = await anOrder(world).in('submitted');
    const [row] = await house.sql<{ version: number }>('select version from installation_order where id = $1', [
      order.id,
    ]);
    const held = await Held.row(house, 'envelope', world.place.envelopeId);
    await held.run('update installation_order set note = $2, version = version + 1 where id = $1', [order.id, 'Autre']);
    const answer = ask(world, world.plan.manager, order, 'approve', { version: row!.version + 1 });
    const waited = await waits(house, answer);
    await held.letGo('commit');
    expect(waited).toBe(true);
    expect(said(await answer)).toBe('412 version.stale');
  });

  it('is told that somebody was faster when the order was withdrawn while it waited, not that there is none', async () => {
    const order = await anOrder(world).in('submitted');
    const version = await versionOf(world, order);
    const held = await Held.row(house, 'envelope', world.place.envelopeId);
    const withdrawn = ask(world, world.plan.head, order, 'withdraw', { version });
    const firstWaited = await waits(house, withdrawn);
    const approved = ask(world, world.plan.manager, order, 'approve', { version });
    const bothWaited = await waits(house, approved, 2);
    await held.letGo('rollback');
    expect([said(await withdrawn), said(await approved)]).toEqual(['200 draft', '412 version.stale']);
    expect([firstWaited, bothWaited]).toEqual([true, true]);
  });

  it('is left by the system to another night when somebody was faster', async () => {
    const place = await placeWith(house, 1_000_000);
    const order = await anOrder(world, { place }).in('submitted');
    house.setNow('2027-01-04T07:00:00Z');
    const administrator = await house.person('administrator');
    const held = await Held.row(house, 'envelope', place.envelopeId);
    await held.run('update installation_order set note = $2, version = version + 1 where id = $1', [order.id, 'Autre']);
    const night = administrator.post('/api/v1/jobs/order-lapses/run');
    const waited = await waits(house, night);
    await held.letGo('commit');
    const { status } = await night;
    house.setNow(House.START);
    expect([waited, status]).toEqual([true, 200]);
    const [row] = await house.sql<{ state: string }>('select state from installation_order where id = $1', [order.id]);
    expect(row!.state).toBe('submitted');
  });
});

describe('twenty orders given at once to a firm whose contract has room for ten', () => {
  const ORDERS = 20;
  const ROOM = 10;
  const NET_CENTS = 40_000;

  it('are ten approved, each with its number, and ten told how much is too much', async () => {
    const orders: BuiltOrder[] = [];
    for (let i = 0; i < ORDERS; i++) orders.push(await anOrder(world, { performer: 'contract' }).in('submitted'));
    const period = async () => {
      const [row] = await house.sql<{ counted: number; entries: number; last: number; numbers: number }>(
        `select p.counted_net_cents::int as counted, p.last_purchase_order::int as last,
           (select sum(change_net_cents)::int from contract_entry where period_id = p.id) as entries,
           (select count(distinct purchase_order_number)::int from installation_order where contract_period_id = p.id) as numbers
         from contract_period p where p.id = $1`,
        [world.plan.periodId],
      );
      return row!;
    };
    const before = await period();
    const maximum = (cents: string) =>
      house.arrange(`update contract_period set maximum_net_cents = ${cents} where id = $1`, [world.plan.periodId]);
    await maximum(`counted_net_cents + ${ROOM * NET_CENTS}`);

    const answers = await Promise.all(orders.map((order) => ask(world, world.plan.manager, order, 'approve')));

    const after = await period();
    const many = (word: string) => answers.filter((answer) => said(answer) === word).length;
    expect([many('200 approved'), many('422 order.contract-maximum')]).toEqual([ROOM, ORDERS - ROOM]);
    for (const { status, body } of answers) if (status === 422) expect(body.missingCents).toBe(NET_CENTS);
    expect(after.counted - before.counted).toBe(ROOM * NET_CENTS);
    expect(after.entries - before.entries).toBe(ROOM * NET_CENTS);
    expect(after.last - before.last).toBe(ROOM);
    expect(after.numbers - before.numbers).toBe(ROOM);
    await maximum('1000000000');
  });
});
