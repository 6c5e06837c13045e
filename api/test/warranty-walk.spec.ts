import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  RETURN_ACTIONS,
  RETURN_STATE_NAMES,
  ROLES,
  type ReturnAction,
  type ReturnState,
  type Role,
} from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
import {
  actOnReturn,
  aReturn,
  BUILT_RETURN_STATES,
  returnMovesOf,
  returnRow,
  type BuiltReturn,
} from './harness/warranty-builders.js';

/** What the rules of the plan say of a return to the maker, written by hand. */
const MOVES = textMoves(`
  state         | action           | who | next
  prepared      | send             | K   | sent
  prepared      | follow r         | K M | prepared
  sent          | follow r         | K M | sent
  sent          | receive-repaired | K   | repaired
  sent          | receive-replaced | K   | replaced
  sent          | refuse r         | K M | refused
  prepared      | cancel r         | K M | cancelled
`);

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;
let serial = 0;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

const built = (state: ReturnState) =>
  aReturn(house, fleet, { reporterId: people.teacher.accountId, technicianId: people.technician.accountId }, state);

/** What is right; a new action is told by the compiler. */
const BODIES: Record<ReturnAction, () => Body | undefined> = {
  send: () => ({ sentOn: '2026-10-06', trackingNumber: '6A01', reviewOn: '2026-10-27' }),
  follow: () => ({ reason: 'Pièce attendue', reviewOn: '2026-10-30' }),
  'receive-repaired': () => undefined,
  'receive-replaced': () => ({ serial: `NEUF-${++serial}` }),
  refuse: () => ({ reason: 'Choc visible' }),
  cancel: () => ({ reason: 'Réparé sur place' }),
};

const ask = (role: Role, { id }: BuiltReturn, action: ReturnAction) =>
  actOnReturn(house, people[role], id, action, BODIES[action]());

function expectedAnswer(role: Role, action: ReturnAction, state: ReturnState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 warranty.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

const traces = async (id: string) => ({ row: await returnRow(house, id), moves: await returnMovesOf(house, id) });

describe('a return to the maker', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(RETURN_STATE_NAMES.filter((state) => !BUILT_RETURN_STATES.includes(state))).toEqual([]);
    expect(RETURN_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_RETURN_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const one = await built(state);
    const before = await traces(one.id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of RETURN_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, one, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(one.id)).toEqual(before);
  });

  it.each(BUILT_RETURN_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const { id } = await built(state);
    const readers = ['plan-manager', 'technician', 'school-head', 'teacher'] as const satisfies Role[];
    for (const role of readers) {
      const { status, body } = await people[role].get(`/api/v1/warranty-returns/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = RETURN_ACTIONS.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    const others = ROLES.filter((role) => !(readers as readonly Role[]).includes(role));
    for (const role of others) expect((await people[role].get(`/api/v1/warranty-returns/${id}`)).status).toBe(403);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as ReturnState, move.action as ReturnAction, role as Role] as const),
);

describe('a move of a return that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const one = await built(state);
      const before = await traces(one.id);
      const { next } = MOVES.find((move) => move.action === action && move.state === state)!;
      const answer = await ask(role, one, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(one.id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
      const { reason = null } = (BODIES[action]() ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
