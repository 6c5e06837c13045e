import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEM_ACTIONS, PROBLEM_STATE_NAMES, type ProblemAction, type ProblemState, type Role } from '@parc/domain';
import { type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';
import {
  actOnProblem,
  aProblem,
  BUILT_PROBLEM_STATES,
  problemMovesOf,
  problemRow,
} from './harness/problem-builders.js';

/** What the rules of the plan say of a problem, written by hand. */
const MOVES = textMoves(`
  state      | action    | who | next
  open       | tell      | K M | open
  known      | tell      | K M | known
  open       | find      | K M | known
  open known | solve     | K   | solved
  open known | give-up r | K M | given-up
`);

let house: House;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  people = await everyone(house, await house.build.school());
});
afterAll(() => house.close());

const built = async (state: ProblemState) => ({ id: await aProblem(house, people.technician.accountId, state) });
const TOLD = { told: 'La fibre est coupée : passez par le partage de connexion.', expectedOn: '2026-10-08' };

/** What is right; a new action is told by the compiler. */
const BODIES: Record<ProblemAction, Body> = {
  tell: TOLD,
  find: { ...TOLD, causeNote: 'Coup de pelle rue du Canal' },
  solve: { cause: 'network', repair: 'remote', solution: 'Fibre réparée.', minutes: 60 },
  'give-up': { reason: 'Rien ne se reproduit' },
};

const ask = (role: Role, { id }: { id: string }, action: ProblemAction) =>
  actOnProblem(house, people[role], id, action, BODIES[action]);

walkLifecycle({
  one: 'a problem',
  refusal: 'problem.state',
  states: PROBLEM_STATE_NAMES,
  actions: PROBLEM_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_PROBLEM_STATES,
  built,
  ask,
  body: (action) => BODIES[action],
  people: () => people,
  traces: async (id) => ({ row: await problemRow(house, id), moves: await problemMovesOf(house, id) }),
  page: { path: '/api/v1/problems/', readers: ['plan-manager', 'technician'] },
});

describe('what is told of a problem', () => {
  it('brings a day from today on, within a year', async () => {
    const { id } = await built('open');
    for (const expectedOn of ['2026-10-05', '2027-10-08']) {
      const { status, body } = await actOnProblem(house, people.technician, id, 'tell', { told: null, expectedOn });
      expect([expectedOn, status, body.code]).toEqual([expectedOn, 422, 'problem.day-past']);
    }
  });
});
