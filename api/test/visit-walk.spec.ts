import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VISIT_ACTIONS, VISIT_STATE_NAMES, type Role, type VisitAction, type VisitState } from '@parc/domain';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';
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

walkLifecycle({
  one: 'a visit',
  refusal: 'visit.state',
  states: VISIT_STATE_NAMES,
  actions: VISIT_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_VISIT_STATES,
  built,
  ask,
  body: (action) => BODIES[action](),
  people: () => people,
  traces: async (id) => ({ row: await visitRow(house, id), moves: await visitMovesOf(house, id) }),
});

describe('the page of a visit', () => {
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
