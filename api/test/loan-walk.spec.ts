import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOAN_ACTIONS, LOAN_STATE_NAMES, ROLES, type LoanAction, type LoanState, type Role } from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
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
import { possibleFor, textMoves } from './harness/text-table.js';

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

/** What no person asks for has no route. */
const ASKED = LOAN_ACTIONS.filter((action) => action !== 'lapse');

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

function expectedAnswer(role: Role, action: LoanAction, state: LoanState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 loan.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return { row: await loanRow(house, id), moves: await loanMovesOf(house, id) };
}

describe('a loan', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(LOAN_STATE_NAMES.filter((state) => !BUILT_LOAN_STATES.includes(state))).toEqual([]);
    expect(LOAN_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_LOAN_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const loan = await built(state);
    const before = await traces(loan.id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of ASKED) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, loan, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(loan.id)).toEqual(before);
  });

  it.each(BUILT_LOAN_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const { id } = await built(state);
    for (const role of ['plan-manager', 'technician', 'school-head', 'teacher'] as const) {
      const { status, body } = await people[role].get(`/api/v1/loans/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = ASKED.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    const others = ROLES.filter((role) => !['plan-manager', 'technician', 'school-head', 'teacher'].includes(role));
    for (const role of others) expect((await people[role].get(`/api/v1/loans/${id}`)).status).toBe(403);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as LoanState, move.action as LoanAction, role] as const),
);

describe('a move of a loan that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const loan = await built(state);
      const before = await traces(loan.id);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role, loan, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(loan.id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
      const { reason = null } = (BODIES[action](loan.kit) ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
