import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemonstration } from '@parc/demo';
import { House } from './harness/house.js';
import { anOrder } from './harness/order-builders.js';
import type { PastMove } from './harness/order-histories.js';
import { traces } from './harness/order-traces.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';

/**
 * The demonstration tells orders without the application. Each way that one of its orders has gone is built once more as the
 * tests build them, which `order-effects.spec.ts` compares with what the API leaves: what is set and what is not is the same.
 */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

type Row = Record<string, unknown>;

/** Of a row, what its state and its past decide; a school's request and an invoice come beside them. */
const DECIDED = [
  ...['state', 'performer', 'number', 'contract_id', 'contract_period_id', 'purchase_order_number', 'envelope_id'],
  ...['hold_id', 'hold_kind', 'hold_cents', 'approved_cents', 'reported_cents', 'certified_cents', 'submitted_by'],
  ...['submitted_at', 'decided_at', 'assigned_account_id', 'planned_from', 'planned_to', 'ever_started', 'reported_at'],
  ...['performed_by', 'confirmed_at', 'confirmed_by_default_by', 'certified_at', 'certified_by'],
];
/** Whose words are compared, not only whether there are any. */
const COMPARED = ['state', 'performer', 'hold_kind', 'ever_started'];

function patternOf(row: Row): string {
  const said = DECIDED.map((name) => {
    const value = row[name];
    if (COMPARED.includes(name)) return `${name}: ${String(value)}`;
    return value === null || (Array.isArray(value) && value.length === 0) ? `no ${name}` : name;
  });
  return said.join(', ');
}

const { rows } = generateDemonstration({ seed: 1, today: '2026-11-24' });
const movesOf = Map.groupBy(rows.order_move, ({ order_id }) => order_id);

/** Moves that led to another state, in order. */
const pastOf = (orderId: string) =>
  movesOf
    .get(orderId)!
    .flatMap(({ action, from_state, to_state }) =>
      from_state === null || from_state === to_state ? [] : [action],
    ) as PastMove[];
const ways = Map.groupBy(
  rows.installation_order,
  ({ id, performer }) => `${performer ?? 'nobody yet'}: ${['compose', ...pastOf(id)].join(' ')}`,
);

describe('an order of the demonstration', () => {
  it.each([...ways])('is as the API leaves one: %s', async (_way, orders) => {
    const [first] = orders;
    const performer = first!.performer ?? 'metropole';
    const built = await anOrder(world, { performer }).in(first!.state, pastOf(first!.id));
    const { order } = await traces(world, built);
    const expected = patternOf(order);
    expect(orders.map((row) => patternOf(row as unknown as Row)).filter((pattern) => pattern !== expected)).toEqual([]);
  });
});
