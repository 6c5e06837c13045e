import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ROLES,
  TICKET_ACTIONS,
  TICKET_STATE_NAMES,
  type Role,
  type TicketAction,
  type TicketState,
} from '@parc/domain';
import { changed, said, type Body } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
import {
  actOn,
  aTicket,
  BUILT_TICKET_STATES,
  RESOLUTION,
  ticketMovesOf,
  ticketRow,
} from './harness/ticket-builders.js';

/** What the rules of the plan say of a ticket, written by hand. */
const MOVES = textMoves(`
  state                        | action      | who   | next
  new                          | take        | K     | assigned
  new                          | assign      | K M   | assigned
  assigned planned             | hand-over r | K M   | assigned
  assigned planned             | give-back r | K M   | new
  assigned planned             | plan        | K     | planned
  assigned planned             | start       | K     | in-progress
  assigned planned in-progress | wait r      | K     | waiting
  waiting                      | resume      | S K   | assigned
  assigned planned in-progress | resolve     | K     | resolved
  resolved                     | close       | S T H | closed
  resolved closed              | reopen r    | T H   | assigned
  new                          | cancel r    | T K M | cancelled
  assigned planned waiting     | cancel r    | K M   | cancelled
  new                          | merge       | T K M | merged
  assigned planned waiting     | merge       | K M   | merged
`);

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;
let colleague: Person;
let olderId: string;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
  colleague = await house.person('technician');
  olderId = await aTicket(house, ground(), 'new', { reported_at: '2026-10-01T07:00:00Z' });
});
afterAll(() => house.close());

const ground = () => ({
  schoolId: fleet.school.id,
  reporterId: people.teacher.accountId,
  technicianId: people.technician.accountId,
});

/** What is right; a new action is told by the compiler. */
const BODIES: Record<TicketAction, () => Body | undefined> = {
  take: () => undefined,
  assign: () => ({ accountId: colleague.accountId }),
  'hand-over': () => ({ accountId: colleague.accountId, reason: 'Je suis en congé' }),
  'give-back': () => ({ reason: 'Pas de mon secteur' }),
  plan: () => ({ day: '2026-10-08', from: '16:45', to: '17:30' }),
  start: () => undefined,
  wait: () => ({ waitFor: 'school', reviewOn: '2026-10-12', reason: 'Accès à la salle' }),
  resume: () => undefined,
  resolve: () => RESOLUTION,
  close: () => undefined,
  reopen: () => ({ reason: 'Toujours noir' }),
  cancel: () => ({ reason: 'Signalé par erreur' }),
  merge: () => ({ intoId: olderId }),
};

const ask = (role: Role, id: string, action: TicketAction) => actOn(house, people[role], id, action, BODIES[action]());
const IN_HAND: TicketState[] = ['assigned', 'planned', 'in-progress', 'waiting', 'resolved', 'closed'];

function expectedAnswer(role: Role, action: TicketAction, state: TicketState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  if (action === 'take' && IN_HAND.includes(state)) return '409 ticket.taken';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 ticket.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return { row: await ticketRow(house, id), moves: await ticketMovesOf(house, id) };
}

describe('a ticket', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(TICKET_STATE_NAMES.filter((state) => !BUILT_TICKET_STATES.includes(state))).toEqual([]);
    expect(TICKET_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_TICKET_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const id = await aTicket(house, ground(), state);
    const before = await traces(id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of TICKET_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });

  it.each(BUILT_TICKET_STATES)('that is %s offers what it would do, and no more', async (state) => {
    const id = await aTicket(house, ground(), state);
    for (const role of ['plan-manager', 'technician', 'school-head', 'teacher', 'commune-officer'] as const) {
      const { status, body } = await people[role].get(`/api/v1/tickets/${id}`);
      expect([role, status]).toEqual([role, 200]);
      const expected = TICKET_ACTIONS.filter((action) => expectedAnswer(role, action, state).startsWith('200'));
      expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
    }
    for (const role of ['inspector', 'digital-trainer', 'committee', 'installer', 'administrator'] as const)
      expect((await people[role].get(`/api/v1/tickets/${id}`)).status).toBe(403);
    expect((await people['private-body-officer'].get(`/api/v1/tickets/${id}`)).status).toBe(404);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as TicketState, move.action as TicketAction, role] as const),
);

describe('a move of a ticket that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: to %s, by the %s, writes one line with who, from what and to what',
    async (state, action, role) => {
      const id = await aTicket(house, ground(), state);
      const before = await traces(id);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role, id, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      expect('state_since' in changed(before.row, after.row)).toBe(next !== state);
      const { reason = null } = (BODIES[action]() ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
