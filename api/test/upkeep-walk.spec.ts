import { afterAll, beforeAll } from '@jest/globals';
import { CHECK_ACTIONS, CHECK_STATE_NAMES, type CheckAction, type CheckState, type Role } from '@parc/domain';
import { type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';
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

walkLifecycle({
  one: 'a check',
  refusal: 'check.state',
  states: CHECK_STATE_NAMES,
  actions: CHECK_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_CHECK_STATES,
  built,
  ask,
  body: (action, check) => BODIES[action](check),
  people: () => people,
  traces: async (id) => ({
    row: await checkRow(house, id),
    moves: await checkMovesOf(house, id),
    devices: await checkDevicesOf(house, id),
  }),
  page: { path: '/api/v1/upkeep-checks/', readers: ['plan-manager', 'technician', 'school-head', 'teacher'] },
});
