import { afterAll, beforeAll } from '@jest/globals';
import { SUPPORT_ACTIONS, SUPPORT_STATE_NAMES, type Role, type SupportAction, type SupportState } from '@parc/domain';
import type { Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import {
  actOnSupport,
  aSupport,
  BUILT_SUPPORT_STATES,
  supportMovesOf,
  supportRow,
  type SupportGround,
} from './harness/support-builders.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';

/** What the rules of the plan say of a visit of support, written by hand. */
const MOVES = textMoves(`
  state       | action   | who   | next
  asked       | date     | E     | dated
  dated       | move r   | E     | dated
  dated       | report   | E     | reported
  asked dated | cancel r | T H E | cancelled
`);

let house: House;
let people: Record<Role, Person>;
let ground: SupportGround;

beforeAll(async () => {
  house = await House.open();
  const school = await house.build.school();
  people = await everyone(house, school);
  const [{ id: circonscriptionId }] = (await house.sql<{ id: string }>(
    'select circonscription_id as id from school where id = $1',
    [school.id],
  )) as [{ id: string }];
  const accounts = { teacherId: people.teacher.accountId, trainerId: people['digital-trainer'].accountId };
  ground = { schoolId: school.id, circonscriptionId, ...accounts };
});
afterAll(() => house.close());

let days = 0;
/** Another date, no other visit's. */
function anotherDate(): Body {
  const startsAt = new Date(Date.parse('2026-12-01T08:00:00Z') + ++days * 86_400_000);
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 5_400_000).toISOString() };
}

/** What is right; a new action is told by the compiler. */
const BODIES: Record<SupportAction, () => Body> = {
  date: anotherDate,
  move: () => ({ ...anotherDate(), reason: 'Formateur en réunion' }),
  report: () => ({ report: 'Deux groupes ont programmé un trajet.', minutes: 90, followUp: null }),
  cancel: () => ({ reason: 'Classe en sortie' }),
};

walkLifecycle({
  one: 'a visit of support',
  refusal: 'support.state',
  states: SUPPORT_STATE_NAMES,
  actions: SUPPORT_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_SUPPORT_STATES,
  built: async (state: SupportState) => ({ id: await aSupport(house, ground, state) }),
  ask: (role: Role, { id }, action: SupportAction) => actOnSupport(house, people[role], id, action, BODIES[action]()),
  body: (action) => BODIES[action](),
  people: () => people,
  traces: async (id) => ({ row: await supportRow(house, id), moves: await supportMovesOf(house, id) }),
  page: {
    path: '/api/v1/support-requests/',
    readers: ['teacher', 'school-head', 'plan-manager', 'inspector', 'digital-trainer'],
  },
});
