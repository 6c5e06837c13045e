import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  REMEDY_ACTIONS,
  REMEDY_STATE_NAMES,
  ROLES,
  type RemedyAction,
  type RemedyState,
  type Role,
} from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
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

const built = (state: RemedyState) => aRemedy(house, people.technician.accountId, state);
/** What is right; a new action is told by the compiler. */
const BODIES: Record<RemedyAction, Body | undefined> = {
  publish: undefined,
  withdraw: { reason: 'Ne vaut plus pour les nouveaux modèles' },
};

const ask = (role: Role, id: string, action: RemedyAction) =>
  actOnRemedy(house, people[role], id, action, BODIES[action]);

function expectedAnswer(role: Role, action: RemedyAction, state: RemedyState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 remedy.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return { row: await remedyRow(house, id), moves: await remedyMovesOf(house, id) };
}

describe('a remedy', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(REMEDY_STATE_NAMES.filter((state) => !BUILT_REMEDY_STATES.includes(state))).toEqual([]);
    expect(REMEDY_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_REMEDY_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const id = await built(state);
    const before = await traces(id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of REMEDY_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });

  it.each(BUILT_REMEDY_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const id = await built(state);
    for (const role of ['plan-manager', 'technician'] as const) {
      const { status, body } = await people[role].get(`/api/v1/remedies/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = REMEDY_ACTIONS.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    const others = ROLES.filter((role) => !['plan-manager', 'technician'].includes(role));
    for (const role of others) expect((await people[role].get(`/api/v1/remedies/${id}`)).status).toBe(403);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as RemedyState, move.action as RemedyAction, role] as const),
);

describe('a move of a remedy that is allowed', () => {
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
      const { reason = null } = (BODIES[action] ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
