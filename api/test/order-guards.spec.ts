import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { House } from './harness/house.js';
import { said } from './harness/answers.js';
import { ask, bodyOf, moverOf } from './harness/order-asking.js';
import { anOrder, type OrderShape } from './harness/order-builders.js';
import { EXPECTED_MOVES, expectedAnswer, type ExpectedGuard, type ExpectedMove } from './harness/order-expected.js';
import { historiesOf, mayFollow, type History } from './harness/order-histories.js';
import { FACTS, turned, type Fact } from './harness/order-facts.js';
import { orderWorld, type OrderWorld } from './harness/order-world.js';

/**
 * Each guard the table names refuses the move when its fact stands against it; every other fact turned against it at once
 * stops nothing. A guard taken off a row, and one put on it, both fail here.
 */

let house: House;
let world: OrderWorld;

beforeAll(async () => {
  house = await House.open();
  world = await orderWorld(house);
});
afterAll(() => house.close());

const SHAPES: Partial<Record<ExpectedMove['action'], OrderShape>> = {
  // Five of four were done, and what the fifth costs is not committed yet.
  complement: { done: 5 },
};

/** Of those who may, the last the table names who may on this order; the firm's people on a firm's. */
function moverRole(move: ExpectedMove, shape: OrderShape): Role {
  const performer = shape.performer ?? 'metropole';
  const roles = move.who.filter((role) => expectedAnswer({ ...move, role, performer }).startsWith('200'));
  return roles.at(-1)!;
}

async function answered(
  move: ExpectedMove,
  history: History,
  facts: readonly Fact[],
  more: OrderShape = {},
): Promise<string> {
  const shape: OrderShape = Object.assign({}, SHAPES[move.action], ...facts.map((fact) => fact.shape), more);
  const actor = facts.find((fact) => fact.actor)?.actor?.(world) ?? moverOf(world, move, moverRole(move, shape));
  const order = await anOrder(world, shape).in(move.state, history);
  const situation = { world, move, order, actor, body: bodyOf(world, order, move.action) };
  return turned(situation, facts, async ({ body }) => said(await ask(world, actor, order, move.action, { body })));
}

/** Every move that people make, from each way that leads to where it starts. */
const people = EXPECTED_MOVES.filter(({ who }) => who.length > 0).flatMap((move) =>
  historiesOf(move.state)
    .filter((history) => mayFollow(move, history))
    .map((history) => ({ move, history, by: history.at(-1) ?? 'compose' })),
);
const guarded = people.flatMap(({ move, history, by }) =>
  move.guards
    .filter((guard) => guard !== 'available')
    .map((guard) => [move.state, by, move.action, guard, move, history] as const),
);

describe('a guard of the table', () => {
  it.each(guarded)(
    'refuses, of an order that is %s by %s, to %s: %s',
    async (_state, _by, _action, guard, move, history) => {
      const { refusal } = FACTS[guard];
      expect(await answered(move, history, [FACTS[guard]])).toBe(refusal);
    },
  );
});

describe('a move of the table', () => {
  it.each(people.map(({ move, history, by }) => [move.state, by, move.action, move, history] as const))(
    'asks, of an order that is %s by %s, to %s: nothing else',
    async (_state, _by, _action, move, history) => {
      const others = (Object.keys(FACTS) as ExpectedGuard[])
        .filter((guard) => !move.guards.includes(guard) && !FACTS[guard].onlyWhereAsked)
        // Another amount than the row's is the complement's own matter.
        .filter((guard) => !(guard === 'cost-covered' && move.action === 'complement'));
      const wrong: string[] = [];
      for (const performer of ['metropole', 'contract'] as const) {
        const facts = others.map((guard) => ({ ...FACTS[guard], shape: {}, actor: undefined }));
        const shape = { performer };
        if (move.guards.includes('assignee') && performer === 'contract' && !move.who.includes('installer')) continue;
        const got = await answered(move, history, facts, shape);
        if (got !== `200 ${move.next}`) wrong.push(`${performer}: ${got}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
