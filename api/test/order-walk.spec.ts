import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_ACTIONS, ORDER_STATE_NAMES, ROLES, type OrderState, type Role } from '@parc/domain';
import { House } from './harness/house.js';
import { said } from './harness/answers.js';
import { ask, bodyOf, versionOf } from './harness/order-asking.js';
import { anOrder, type BuiltOrder } from './harness/order-builders.js';
import { EXPECTED_MOVES, expectedAnswer, type Asked } from './harness/order-expected.js';
import { BUILT_STATES } from './harness/order-histories.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';
import type { Performer } from './harness/plan.js';

/**
 * Every state × action × role asked of the running API once: what is refused, and how. What is expected stands in
 * `order-expected.ts`, by hand. The moves that are allowed are made in `order-effects.spec.ts`.
 */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

const AT_ONCE = 8;
const MOVERS: Role[] = ['teacher', 'school-head', 'technician', 'installer', 'plan-manager'];

/** Everything a refused move could have left behind. */
async function traces({ id }: BuiltOrder): Promise<unknown> {
  const [row] = await house.sql(
    `select to_jsonb(o) as "order", (select jsonb_agg(l order by position) from order_line l where order_id = o.id) as lines,
       (select count(*) from order_move where order_id = o.id) as moves, (select count(*) from ledger_entry) as entries,
       (select count(*) from contract_entry) as counts, (select count(*) from mail) as mails
     from installation_order o where o.id = $1`,
    [id],
  );
  return row;
}

/** What is answered and was not expected, one sentence a cell. Nothing moves, so that several may ask at once. */
async function surprises(order: BuiltOrder, cells: Asked[]): Promise<string[]> {
  const version = await versionOf(world, order);
  const judge = async (cell: Asked) => {
    const wanted = expectedAnswer(cell);
    if (wanted.startsWith('200')) return [];
    const person = (cell.stranger ? world.strangers : world.people)[cell.role]!;
    const got = said(await ask(world, person, order, cell.action, { version }));
    return got === wanted
      ? []
      : [`${cell.stranger ? 'another ' : ''}${cell.role} ${cell.action}: ${got}, not ${wanted}`];
  };
  const wrong: string[] = [];
  for (let first = 0; first < cells.length; first += AT_ONCE)
    wrong.push(...(await Promise.all(cells.slice(first, first + AT_ONCE).map(judge))).flat());
  return wrong;
}

const everyAction = (state: OrderState, performer: Performer, roles: readonly Role[], stranger = false): Asked[] =>
  roles.flatMap((role) => ORDER_ACTIONS.map((action) => ({ role, action, state, performer, stranger })));

describe('an order', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(ORDER_STATE_NAMES.filter((state) => !BUILT_STATES.includes(state))).toEqual([]);
    expect(ORDER_ACTIONS.filter((action) => !EXPECTED_MOVES.some((move) => move.action === action))).toEqual([]);
    expect(EXPECTED_MOVES.filter((move) => !ORDER_ACTIONS.includes(move.action))).toEqual([]);
  });

  describe.each<[string, Performer, readonly Role[]]>([
    ['of the metropole', 'metropole', ROLES],
    ['given to a firm', 'contract', MOVERS],
  ])('%s', (_title, performer, roles) => {
    it.each(BUILT_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
      const order = await anOrder(world, { performer }).in(state);
      const before = await traces(order);
      const strangers = Object.keys(world.strangers) as Role[];
      const cells = [...everyAction(state, performer, roles), ...everyAction(state, performer, strangers, true)];
      expect(await surprises(order, cells)).toEqual([]);
      expect(await traces(order)).toEqual(before);
    });
  });

  it('waits for a reason wherever the table asks for one, and asks for none elsewhere', async () => {
    const wrong: string[] = [];
    for (const { state, action, who, reason } of EXPECTED_MOVES.filter((move) => move.reason)) {
      const order = await anOrder(world, { performer: who.includes('installer') ? 'contract' : 'metropole' }).in(state);
      const body = { ...bodyOf(world, order, action), reason: '  ' };
      const got = said(await ask(world, world.people[who.at(-1)!], order, action, { body }));
      if (reason && got !== '422 order.reason-missing') wrong.push(`${state} ${action}: ${got}`);
    }
    expect(wrong).toEqual([]);
  });
});
