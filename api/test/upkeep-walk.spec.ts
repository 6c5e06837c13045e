import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHECK_ACTIONS, CHECK_STATE_NAMES, ROLES, type CheckAction, type CheckState, type Role } from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
import {
  aCheck,
  actOnCheck,
  BUILT_CHECK_STATES,
  checkDevicesOf,
  checkMovesOf,
  checkRow,
  found,
  type BuiltCheck,
} from './harness/upkeep-builders.js';

/** What the rules of the plan say of a check, written by hand. */
const MOVES = textMoves(`
  state   | action   | who | next
  planned | take     | K   | planned
  planned | assign   | K M | planned
  planned | postpone | K M | planned
  planned | do       | K   | done
  planned | give-up r | K M | not-done
  planned | cancel r | M   | cancelled
`);

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

const built = (state: CheckState) => aCheck(house, fleet, people.technician, state);

/** What is right; a new action is told by the compiler. */
const BODIES: Record<CheckAction, (check: BuiltCheck) => Body | undefined> = {
  take: () => undefined,
  assign: () => ({ accountId: people.technician.accountId }),
  postpone: () => ({ day: '2026-10-15' }),
  do: (check) => found(check),
  'give-up': () => ({ reason: 'École en travaux' }),
  cancel: () => ({ reason: 'Matériel repris' }),
};

const ask = (role: Role, check: BuiltCheck, action: CheckAction) =>
  actOnCheck(house, people[role], check.id, action, BODIES[action](check));

function expectedAnswer(role: Role, action: CheckAction, state: CheckState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 check.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return {
    row: await checkRow(house, id),
    moves: await checkMovesOf(house, id),
    devices: await checkDevicesOf(house, id),
  };
}

describe('a check', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(CHECK_STATE_NAMES.filter((state) => !BUILT_CHECK_STATES.includes(state))).toEqual([]);
    expect(CHECK_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_CHECK_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const check = await built(state);
    const before = await traces(check.id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of CHECK_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, check, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(check.id)).toEqual(before);
  });

  it.each(BUILT_CHECK_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const { id } = await built(state);
    const readers = ['plan-manager', 'technician', 'school-head', 'teacher'] as const satisfies Role[];
    for (const role of readers) {
      const { status, body } = await people[role].get(`/api/v1/upkeep-checks/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = CHECK_ACTIONS.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    const others = ROLES.filter((role) => !(readers as readonly Role[]).includes(role));
    for (const role of others) expect((await people[role].get(`/api/v1/upkeep-checks/${id}`)).status).toBe(403);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as CheckState, move.action as CheckAction, role as Role] as const),
);

describe('a move of a check that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const check = await built(state);
      const before = await traces(check.id);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role, check, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(check.id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
      const { reason = null } = (BODIES[action](check) ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
