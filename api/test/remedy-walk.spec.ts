import { afterAll, beforeAll } from '@jest/globals';
import { REMEDY_ACTIONS, REMEDY_STATE_NAMES, type RemedyAction, type RemedyState, type Role } from '@parc/domain';
import { type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';
import { actOnRemedy, aRemedy, BUILT_REMEDY_STATES, remedyMovesOf, remedyRow } from './harness/remedy-builders.js';

/** What the rules of the plan say of a remedy, written by hand. */
const MOVES = textMoves(`
  state           | action     | who | next
  draft withdrawn | publish    | M   | published
  draft published | withdraw r | K M | withdrawn
`);

let house: House;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  people = await everyone(house, await house.build.school());
});
afterAll(() => house.close());

const built = async (state: RemedyState) => ({ id: await aRemedy(house, people.technician.accountId, state) });
/** What is right; a new action is told by the compiler. */
const BODIES: Record<RemedyAction, Body | undefined> = {
  publish: undefined,
  withdraw: { reason: 'Ne vaut plus pour les nouveaux modèles' },
};

const ask = (role: Role, { id }: { id: string }, action: RemedyAction) =>
  actOnRemedy(house, people[role], id, action, BODIES[action]);

walkLifecycle({
  one: 'a remedy',
  refusal: 'remedy.state',
  states: REMEDY_STATE_NAMES,
  actions: REMEDY_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_REMEDY_STATES,
  built,
  ask,
  body: (action) => BODIES[action],
  people: () => people,
  traces: async (id) => ({ row: await remedyRow(house, id), moves: await remedyMovesOf(house, id) }),
  page: { path: '/api/v1/remedies/', readers: ['plan-manager', 'technician'] },
});
