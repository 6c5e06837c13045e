import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, VISIT_ACTIONS, VISIT_STATE_NAMES, type Role, type VisitAction, type VisitState } from '@parc/domain';
import { changed, said } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
import {
  actOnVisit,
  aVisit,
  BUILT_VISIT_STATES,
  nobodyThere,
  repairedThere,
  visitMovesOf,
  visitRow,
  type VisitGround,
} from './harness/visit-builders.js';

/** What the rules of the plan say of a visit, written by hand. */
const MOVES = textMoves(`
  state | action    | who   | next
  open  | close     | K M   | closed
  open  | abandon r | K M S | abandoned
`);

let house: House;
let people: Record<Role, Person>;
let ground: VisitGround;

beforeAll(async () => {
  house = await House.open();
  const school = await house.build.school();
  people = await everyone(house, school);
  ground = {
    ...{ schoolId: school.id, technicianId: people.technician.accountId, reporterId: people.teacher.accountId },
  };
});
afterAll(() => house.close());

interface Built {
  id: string;
  ground: VisitGround;
}

/** Begun now, so that nothing of the tests before was done during it; the technician is nowhere else. */
async function built(state: VisitState): Promise<Built> {
  await house.arrange(`update visit set state = 'abandoned' where state = 'open'`);
  const now = house.now();
  const left = state === 'closed' ? { left_at: now } : {};
  return { id: await aVisit(house, ground, state, { begun_at: now, state_since: now, ...left }), ground };
}

/** What is right; a new action is told by the compiler. A visit is closed where something was done, and else abandoned. */
const BODIES: Record<VisitAction, () => object> = {
  close: () => nobodyThere(house),
  abandon: () => ({ reason: 'École fermée' }),
};

async function ask(role: Role, { id, ground }: Built, action: VisitAction) {
  if (action === 'close') await repairedThere(house, ground);
  return actOnVisit(house, people[role], id, action, { ...BODIES[action]() });
}

function expectedAnswer(role: Role, action: VisitAction, state: VisitState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 visit.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return { row: await visitRow(house, id), moves: await visitMovesOf(house, id) };
}

describe('a visit', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(VISIT_STATE_NAMES.filter((state) => !BUILT_VISIT_STATES.includes(state))).toEqual([]);
    expect(VISIT_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_VISIT_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const visit = await built(state);
    const before = await traces(visit.id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of VISIT_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, visit, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(visit.id)).toEqual(before);
  });

  it.each(BUILT_VISIT_STATES)('that is %s is read by its people, and offers what it would do', async (state) => {
    const visit = await built(state);
    for (const role of ['plan-manager', 'technician'] as const) {
      const { status, body } = await people[role].get(`/api/v1/visits/${visit.id}`);
      expect([role, status]).toEqual([role, 200]);
      // Nothing was done: it may be abandoned, and not closed.
      expect(body.possible).toEqual(state === 'open' ? ['abandon'] : []);
    }
    await repairedThere(house, visit.ground);
    const { body } = await people.technician.get(`/api/v1/visits/${visit.id}`);
    expect(body.possible).toEqual(state === 'open' ? ['close'] : []);
    // The school and its commune read minutes alone.
    for (const role of ['school-head', 'teacher', 'commune-officer'] as const)
      expect([role, (await people[role].get(`/api/v1/visits/${visit.id}`)).status]).toEqual([
        role,
        state === 'closed' ? 200 : 404,
      ]);
    for (const role of ['inspector', 'digital-trainer', 'committee', 'installer', 'administrator'] as const)
      expect((await people[role].get(`/api/v1/visits/${visit.id}`)).status).toBe(403);
    expect((await people['private-body-officer'].get(`/api/v1/visits/${visit.id}`)).status).toBe(404);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as VisitState, move.action as VisitAction, role] as const),
);

describe('a move of a visit that is allowed', () => {
  it.each(ALLOWED.filter(([, , role]) => (role as string) !== 'system'))(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const visit = await built(state);
      const before = await traces(visit.id);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role as Role, visit, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(visit.id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(true);
      const { reason = null } = BODIES[action]() as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role as Role].accountId, reason },
      ]);
    },
  );
});
