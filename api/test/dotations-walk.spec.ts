import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DOTATION_ACTIONS,
  DOTATION_PART_ACTIONS,
  DOTATION_PART_STATE_NAMES,
  DOTATION_STATE_NAMES,
  ROLES,
  type DotationAction,
  type DotationPartAction,
  type DotationPartState,
  type DotationState,
  type Role,
} from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import {
  aDotation,
  aDotationPart,
  BUILT_DOTATION_PART_STATES,
  BUILT_DOTATION_STATES,
  prepared,
} from './harness/dotation-builders.js';
import { aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';

/** What the rules of the plan say, written by hand. */
const DOTATION_MOVES = textMoves(`
  state                  | action   | who | next      | guards
  prepared               | ask      | M   | asked     | some-school
  asked                  | decide   | M   | decided   | parts-settled
  decided                | close    | M   | closed    | parts-over
  prepared asked decided | cancel r | M   | cancelled | nothing-came
`);
const PART_MOVES = textMoves(`
  state                                             | action            | who   | next               | guards
  drafted                                           | adjust            | M     | =                  |
  drafted                                           | ask               | S     | asked              |
  asked answered                                    | opine             | H     | answered           | in-time answer-whole
  asked                                             | fall-silent       | S     | silent             | delay-over
  answered                                          | confirm           | M     | confirmed          | against-explained
  silent                                            | confirm r         | M     | confirmed          |
  confirmed planned received-in-part                | plan              | K M   | planned            | decided day-to-come
  confirmed planned received-in-part                | prepare           | K M   | =                  | decided
  planned                                           | receive           | H K M | received           | all-came
  planned                                           | receive-in-part r | H K M | received-in-part   | some-missing
  received-in-part                                  | settle r          | M     | received-otherwise |
  drafted asked answered silent confirmed planned   | drop r            | M     | dropped            | nothing-came
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

interface Walk {
  table: string;
  lines: { table: string; column: string };
  code: string;
  path: string;
  states: readonly string[];
  moves: ReturnType<typeof textMoves>;
  actions: readonly string[];
  /** Who reads one that its schools were asked about. */
  readers: readonly Role[];
  build(state: string): Promise<string>;
  body(action: string, id: string): Promise<Body | undefined>;
}

const by = () => ({ modelId: fleet.modelId, accountId: people['plan-manager'].accountId });

/** A dotation with one part, as far as its own state: nothing holds its next move back. */
async function newDotation(state: DotationState): Promise<string> {
  const id = await aDotation(house, by(), { state });
  const parts: Record<DotationState, DotationPartState> = {
    ...{ prepared: 'drafted', asked: 'confirmed', decided: 'dropped', closed: 'dropped', cancelled: 'dropped' },
  };
  await aDotationPart(house, { dotationId: id, schoolId: fleet.school.id }, { state: parts[state] });
  return id;
}

/** A part in a state, two devices ready for it where it awaits them. */
async function newPart(state: DotationPartState): Promise<string> {
  const early = ['drafted', 'asked', 'answered', 'silent'].includes(state);
  const dotationId = await aDotation(house, by(), { state: early ? 'asked' : 'decided' });
  // A reader of its school reads each of them: that of a draft has its spec.
  const at = { dotationId, schoolId: fleet.school.id };
  const id = await aDotationPart(house, at, { state, ...(state === 'drafted' ? { answer_by: '2099-12-31' } : {}) });
  if (state === 'planned')
    for (let n = 0; n < 2; n++) await prepared(house, id, await aDevice(house, fleet, 'in-stock'));
  return id;
}

async function readyOf(partId: string) {
  const rows = await house.sql<{ id: string }>(
    'select equipment_id as id from dotation_device where part_id = $1 and outcome is null order by id',
    [partId],
  );
  return rows.map(({ id }) => ({ equipmentId: id, roomId: fleet.roomId }));
}

async function partBody(action: DotationPartAction, id: string): Promise<Body | undefined> {
  const ready = await readyOf(id);
  const bodies: Record<DotationPartAction, Body | undefined> = {
    adjust: { quantity: 3 },
    ask: undefined,
    opine: { answer: 'fewer', quantity: 1, reason: 'Une suffit' },
    'fall-silent': undefined,
    confirm: { quantity: 1, reason: 'Vu avec la direction' },
    plan: { plannedOn: '2099-11-30', plannedHalf: 'morning' },
    prepare: { tags: [(await deviceRow(house, await aDevice(house, fleet, 'in-stock'))).tag as string] },
    receive: { devices: ready },
    'receive-in-part': { devices: ready.slice(0, 1), reason: 'Un carton manque' },
    settle: { reason: 'Le marché est fini' },
    drop: { reason: 'École fermée' },
  };
  return bodies[action];
}

const METROPOLE: readonly Role[] = ['technician', 'plan-manager'];

const WALKS: Walk[] = [
  {
    ...{ table: 'dotation', code: 'dotation.state', path: 'dotations', states: DOTATION_STATE_NAMES },
    ...{ lines: { table: 'dotation_move', column: 'dotation_id' }, moves: DOTATION_MOVES, actions: DOTATION_ACTIONS },
    ...{ readers: METROPOLE, build: (state) => newDotation(state as DotationState) },
    body: (action) => Promise.resolve((action as DotationAction) === 'cancel' ? { reason: 'Marché rompu' } : undefined),
  },
  {
    ...{ table: 'dotation_part', code: 'dotation-part.state', path: 'dotation-parts' },
    ...{ states: DOTATION_PART_STATE_NAMES, moves: PART_MOVES },
    lines: { table: 'dotation_part_move', column: 'part_id' },
    // The dotation asks its schools, the night tells a silence (`dotations.spec`).
    actions: DOTATION_PART_ACTIONS.filter((action) => action !== 'ask' && action !== 'fall-silent'),
    readers: ['teacher', 'school-head', ...METROPOLE, 'commune-officer'],
    build: (state) => newPart(state as DotationPartState),
    body: (action, id) => partBody(action as DotationPartAction, id),
  },
];

async function rowOf({ table }: Walk, id: string) {
  const [row] = await house.sql<{ row: { state: string; version: number } }>(
    `select to_jsonb(t) as row from ${table} t where id = $1`,
    [id],
  );
  return row!.row;
}
async function linesOf({ lines }: Walk, id: string) {
  const rows = await house.sql<{ row: Record<string, unknown> }>(
    `select to_jsonb(v) as row from ${lines.table} v where ${lines.column} = $1 order by at, id`,
    [id],
  );
  return rows.map(({ row }) => row);
}

async function ask(walk: Walk, role: Role, id: string, action: string, body?: Body) {
  const { version } = await rowOf(walk, id);
  const sent = body ?? (await walk.body(action, id));
  return people[role].post(`/api/v1/${walk.path}/${id}/${action}`, sent, { version });
}

function expectedAnswer({ moves, code }: Walk, role: Role, action: string, state: string): string {
  if (!moves.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = moves.find((one) => one.action === action && one.state === state);
  return move ? `200 ${move.next}` : `409 ${code} ${possibleFor(moves, role, state)}`;
}

describe('dotations', () => {
  it('have a builder for each state, and a row of the expected table for each action', () => {
    expect(DOTATION_STATE_NAMES.filter((state) => !BUILT_DOTATION_STATES.includes(state))).toEqual([]);
    expect(DOTATION_PART_STATE_NAMES.filter((state) => !BUILT_DOTATION_PART_STATES.includes(state))).toEqual([]);
    expect(DOTATION_ACTIONS.filter((action) => !DOTATION_MOVES.some((move) => move.action === action))).toEqual([]);
    expect(DOTATION_PART_ACTIONS.filter((action) => !PART_MOVES.some((move) => move.action === action))).toEqual([]);
  });

  describe.each(WALKS.map((walk) => [walk.table, walk] as const))('%s', (_name, walk) => {
    it.each(walk.states)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
      const id = await walk.build(state);
      const before = { row: await rowOf(walk, id), lines: await linesOf(walk, id) };
      const wrong: string[] = [];
      for (const action of walk.actions) {
        const body = await walk.body(action, id);
        for (const role of ROLES) {
          const wanted = expectedAnswer(walk, role, action, state);
          const got = wanted.startsWith('200') ? wanted : said(await ask(walk, role, id, action, body));
          if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
        }
      }
      expect(wrong).toEqual([]);
      expect({ row: await rowOf(walk, id), lines: await linesOf(walk, id) }).toEqual(before);
    });

    it.each(walk.states)('that is %s offers what it would do, and no more', async (state) => {
      const id = await walk.build(state);
      for (const role of ROLES) {
        const { status, body } = await people[role].get(`/api/v1/${walk.path}/${id}`);
        if (!walk.readers.includes(role)) {
          expect([role, status < 400]).toEqual([role, false]);
          continue;
        }
        expect([role, status]).toEqual([role, 200]);
        const expected = walk.actions.filter((action) => expectedAnswer(walk, role, action, state).startsWith('200'));
        expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
      }
    });

    const allowed = walk.moves.flatMap((move) =>
      move.who.map((role) => [move.state, move.action, role as Role] as const),
    );
    it.each(allowed.filter(([, action]) => walk.actions.includes(action)))(
      'that is %s: to %s, by the %s, writes one line with who, from what and to what',
      async (state, action, role) => {
        const id = await walk.build(state);
        const move = walk.moves.find((one) => one.action === action && one.state === state)!;
        const body = await walk.body(action, id);
        const answer = await ask(walk, role, id, action, body);
        expect(said(answer)).toBe(`200 ${move.next}`);
        expect(await rowOf(walk, id)).toMatchObject({ state: move.next, version: answer.body.version });
        const { reason = null } = (body ?? {}) as { reason?: string };
        expect(await linesOf(walk, id)).toMatchObject([
          { action, from_state: state, to_state: move.next, role, account_id: people[role].accountId, reason },
        ]);
      },
    );
  });
});
