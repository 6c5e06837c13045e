import { afterAll, beforeAll } from '@jest/globals';
import { LOAN_ACTIONS, LOAN_STATE_NAMES, type LoanAction, type LoanState, type Role } from '@parc/domain';
import { type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import {
  actOnLoan,
  aKit,
  aLoan,
  BUILT_LOAN_STATES,
  loanMovesOf,
  loanRow,
  type BuiltKit,
} from './harness/loan-builders.js';
import type { Person } from './harness/person.js';
import { textMoves } from './harness/text-table.js';
import { walkLifecycle } from './harness/walk-lifecycle.js';

/** What the rules of the plan say of a loan, written by hand. */
const MOVES = textMoves(`
  state              | action    | who   | next
  requested          | approve   | S M   | approved
  requested          | refuse r  | S M   | refused
  requested approved | cancel    | T H M | cancelled
  approved           | lapse     | S     | unfetched
  approved           | hand-over | K     | out
  out                | extend    | M     | out
  out                | return    | K     | returned
  returned           | clear     | S K   | closed
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

interface Built {
  id: string;
  kit: BuiltKit;
}

async function built(state: LoanState): Promise<Built> {
  const kit = await aKit(house, fleet);
  const ground = {
    ...{ schoolId: fleet.school.id, teacherId: people.teacher.accountId },
    technicianId: people.technician.accountId,
  };
  return { id: await aLoan(house, kit, ground, state), kit };
}

const checked = (kit: BuiltKit) => ({ seenIds: kit.contents, condition: 'good', accessoriesComplete: true });

/** What is right; a new action is told by the compiler. */
const BODIES: Record<LoanAction, (kit: BuiltKit) => Body | undefined> = {
  approve: () => undefined,
  refuse: () => ({ reason: 'Déjà prêté deux fois cette année' }),
  cancel: () => undefined,
  lapse: () => undefined,
  'hand-over': (kit) => ({ ...checked(kit), referentId: people.teacher.accountId }),
  extend: () => ({ toDay: '2026-10-13', toHalf: 'afternoon' }),
  return: checked,
  clear: () => ({ missing: [] }),
};

const ask = (role: Role, { id, kit }: Built, action: LoanAction) =>
  actOnLoan(house, people[role], id, action, BODIES[action](kit));

walkLifecycle({
  one: 'a loan',
  refusal: 'loan.state',
  states: LOAN_STATE_NAMES,
  actions: LOAN_ACTIONS,
  moves: MOVES,
  builtStates: BUILT_LOAN_STATES,
  built,
  ask,
  body: (action, { kit }) => BODIES[action](kit),
  people: () => people,
  traces: async (id) => ({ row: await loanRow(house, id), moves: await loanMovesOf(house, id) }),
  page: { path: '/api/v1/loans/', readers: ['plan-manager', 'technician', 'school-head', 'teacher'] },
});
