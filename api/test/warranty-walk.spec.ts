import { afterAll, beforeAll } from '@jest/globals';
import { RETURN_ACTIONS, RETURN_STATE_NAMES, type ReturnAction, type ReturnState, type Role } from '@parc/domain';
import { type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';
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

walkLifecycle({
  one: 'a return to the maker',
  refusal: 'warranty.state',
  states: RETURN_STATE_NAMES,
  actions: RETURN_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_RETURN_STATES,
  built,
  ask,
  body: (action) => BODIES[action](),
  people: () => people,
  traces: async (id) => ({ row: await returnRow(house, id), moves: await returnMovesOf(house, id) }),
  page: { path: '/api/v1/warranty-returns/', readers: ['plan-manager', 'technician', 'school-head', 'teacher'] },
});
