import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PROBLEM_ACTIONS,
  PROBLEM_STATE_NAMES,
  ROLES,
  type ProblemAction,
  type ProblemState,
  type Role,
} from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
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

const built = (state: ProblemState) => aProblem(house, people.technician.accountId, state);
const TOLD = { told: 'La fibre est coupée : passez par le partage de connexion.', expectedOn: '2026-10-08' };

/** What is right; a new action is told by the compiler. */
const BODIES: Record<ProblemAction, Body> = {
  tell: TOLD,
  find: { ...TOLD, causeNote: 'Coup de pelle rue du Canal' },
  solve: { cause: 'network', repair: 'remote', solution: 'Fibre réparée.', minutes: 60 },
  'give-up': { reason: 'Rien ne se reproduit' },
};

const ask = (role: Role, id: string, action: ProblemAction) =>
  actOnProblem(house, people[role], id, action, BODIES[action]);

function expectedAnswer(role: Role, action: ProblemAction, state: ProblemState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 problem.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return { row: await problemRow(house, id), moves: await problemMovesOf(house, id) };
}

describe('a problem', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(PROBLEM_STATE_NAMES.filter((state) => !BUILT_PROBLEM_STATES.includes(state))).toEqual([]);
    expect(PROBLEM_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_PROBLEM_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const id = await built(state);
    const before = await traces(id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of PROBLEM_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });

  it.each(BUILT_PROBLEM_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const id = await built(state);
    for (const role of ['plan-manager', 'technician'] as const) {
      const { status, body } = await people[role].get(`/api/v1/problems/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = PROBLEM_ACTIONS.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    const others = ROLES.filter((role) => !['plan-manager', 'technician'].includes(role));
    for (const role of others) expect((await people[role].get(`/api/v1/problems/${id}`)).status).toBe(403);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as ProblemState, move.action as ProblemAction, role] as const),
);

describe('a move of a problem that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const id = await built(state);
      const before = await traces(id);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role, id, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
      const { reason = null } = BODIES[action] as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );

  it('brings a day from today on, within a year', async () => {
    const id = await built('open');
    for (const expectedOn of ['2026-10-05', '2027-10-08']) {
      const { status, body } = await actOnProblem(house, people.technician, id, 'tell', { told: null, expectedOn });
      expect([expectedOn, status, body.code]).toEqual([expectedOn, 422, 'problem.day-past']);
    }
  });
});
