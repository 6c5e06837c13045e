import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ROLES,
  TRAINING_ACTIONS,
  TRAINING_STATE_NAMES,
  type Role,
  type TrainingAction,
  type TrainingState,
} from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import { AT } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';
import {
  actOnSession,
  aSession,
  BUILT_TRAINING_STATES,
  placesOf,
  seated,
  sessionMovesOf,
  sessionRow,
  type TrainingGround,
} from './harness/training-builders.js';

/** What the rules of the plan say of a session, written by hand. */
const MOVES = textMoves(`
  state                   | action     | who   | next
  proposed                | agree      | M I   | open
  open                    | agree      | M I   | open
  open confirmed          | enrol      | T H I | =
  open confirmed          | leave      | T H I | =
  open confirmed          | accept     | T H   | =
  open                    | confirm    | M I   | confirmed
  open confirmed          | postpone r | M I   | open
  proposed open confirmed | cancel r   | M I   | cancelled
  confirmed               | hold       | E     | held
  held                    | close      | E I   | closed
`);

let house: House;
let people: Record<Role, Person>;
let ground: TrainingGround;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  const school = await house.build.school();
  schoolId = school.id;
  people = await everyone(house, school);
  const [reached] = await house.sql<{ id: string }>('select circonscription_id as id from school where id = $1', [
    schoolId,
  ]);
  ground = {
    ...{ circonscriptionId: reached!.id, schoolId },
    ...{ trainerId: people['digital-trainer'].accountId, by: people['plan-manager'].accountId },
  };
});
afterAll(() => house.close());

/** Whom a role enrols: a school its own, an inspector a teacher. */
const personOf = (role: Role) => people[role === 'school-head' ? 'school-head' : 'teacher'].accountId;

let postponed = 0;
/** Another date, no other session's. */
function anotherDate(): Body {
  const startsAt = new Date(Date.parse('2027-02-01T08:00:00Z') + ++postponed * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const dates = [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }];
  return { dates, reason: 'Chauffage en panne' };
}

function bodyOf(role: Role, action: TrainingAction): Body | undefined {
  if (action === 'enrol' || action === 'leave') return { accountId: personOf(role) };
  if (action === 'postpone') return anotherDate();
  return action === 'cancel' ? { reason: 'Trop peu d’inscrits' } : undefined;
}

/** A session of which nothing but the table refuses the move: the other side has agreed, somebody has a place, its hour has come. */
async function built(state: TrainingState, role: Role, action: TrainingAction): Promise<string> {
  const side = role === 'plan-manager' ? 'metropole_agreed_at' : 'inspection_agreed_at';
  const other = role === 'plan-manager' ? 'inspection_agreed_at' : 'metropole_agreed_at';
  const agreeing =
    action === 'agree' && ['proposed', 'open'].includes(state) ? { [side]: null, [other]: new Date() } : {};
  const held = action === 'hold' && state === 'confirmed' ? await pastHour() : {};
  const id = await aSession(house, ground, state, { ...agreeing, ...held });
  const noted = { present: true, recorded_by: ground.trainerId, recorded_at: new Date() };
  const leaving = action === 'leave' || action === 'accept' ? personOf(role) : people.technician.accountId;
  await seated(
    house,
    id,
    { accountId: leaving, schoolId },
    {
      ...(['held', 'closed'].includes(state) ? noted : {}),
      ...(action === 'accept' ? { asked_at: AT } : {}),
    },
  );
  return id;
}

let days = 0;
/** An hour that has passed, no other session's. */
async function pastHour() {
  const day = new Date(Date.parse('2026-03-02T08:00:00Z') + ++days * 86_400_000);
  return { starts_at: day, ends_at: new Date(day.getTime() + 3_600_000) };
}

const ask = (role: Role, id: string, action: TrainingAction) =>
  actOnSession(house, people[role], id, action, bodyOf(role, action));

/** Schools read what both sides have agreed to. */
const isUnread = (role: Role, state: TrainingState) =>
  ['teacher', 'school-head'].includes(role) && ['proposed', 'cancelled'].includes(state);

function expectedAnswer(role: Role, action: TrainingAction, state: TrainingState): string {
  if (!MOVES.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  if (isUnread(role, state)) return '404 object.not-found';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  if (!move) return `409 training.state ${possibleFor(MOVES, role, state)}`;
  return move.who.includes(role) ? `200 ${move.next}` : '403 role.may-not';
}

async function traces(id: string) {
  return {
    row: await sessionRow(house, id),
    moves: await sessionMovesOf(house, id),
    places: await placesOf(house, id),
  };
}

describe('a session of training', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(TRAINING_STATE_NAMES.filter((state) => !BUILT_TRAINING_STATES.includes(state))).toEqual([]);
    expect(TRAINING_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_TRAINING_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const wrong: string[] = [];
    const id = await built(state, 'inspector', 'confirm');
    const before = await traces(id);
    for (const role of ROLES)
      for (const action of TRAINING_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(role, id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });
});

const ALLOWED = MOVES.flatMap((move) =>
  move.who.map((role) => [move.state as TrainingState, move.action as TrainingAction, role] as const),
);

describe('a move of a session that is allowed', () => {
  it.each(ALLOWED)(
    'of one that is %s: %s, by the %s, is offered, and writes one line with who, from what and to what',
    async (state, action, role) => {
      const id = await built(state, role, action);
      const before = await traces(id);
      const { body: page } = await people[role].get(`/api/v1/training-sessions/${id}`);
      expect(page.possible).toContain(action);
      const { next } = MOVES.find((one) => one.action === action && one.state === state)!;
      const answer = await ask(role, id, action);
      expect(said(answer)).toBe(`200 ${next}`);
      const after = await traces(id);
      expect(after.row).toMatchObject({ state: next, version: answer.body.version });
      const { reason = null } = (bodyOf(role, action) ?? {}) as { reason?: string };
      expect(after.moves.slice(before.moves.length)).toMatchObject([
        { action, from_state: state, to_state: next, role, account_id: people[role].accountId, reason },
      ]);
    },
  );
});
