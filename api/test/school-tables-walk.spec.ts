import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CAMPAIGN_PART_STATE_NAMES,
  CAMPAIGN_PARTS,
  NEED_ACTIONS,
  NEED_STATE_NAMES,
  parisDateOf,
  REDEPLOYMENT_ACTIONS,
  REDEPLOYMENT_STATE_NAMES,
  ROLES,
  type NeedAction,
  type RedeploymentAction,
  type Role,
} from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import { aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import { aNeed, aRedeployment, BUILT_NEED_STATES, BUILT_REDEPLOYMENT_STATES } from './harness/need-builders.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';

/** What the rules of the plan say, written by hand. */
const NEED_MOVES = textMoves(`
  state           | action    | who | next      | guards
  stated          | take-up   | M   | taken-up  |
  stated taken-up | meet      | S M | met       |
  stated taken-up | decline r | M   | declined  |
  stated taken-up | withdraw  | H   | withdrawn |
`);
const REDEPLOYMENT_MOVES = textMoves(`
  state    | action      | who | next        | guards
  proposed | opine       | H   | =           |
  proposed | carry-out r | M   | carried-out | heard room-named
  proposed | drop r      | M   | dropped     |
  proposed | end         | S   | ended       |
`);

const CAMPAIGN_MOVES = textMoves(`
  state         | action | who | next    | guards
  prepared      | open   | T H K M | open    | no-route
  open          | send   | H K M | sent    |
  prepared open | drop r | M       | dropped |
  sent          | reopen r | M     | open    |
`);

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;

const today = () => parisDateOf(house.now());

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

/** Who reads at all what a school says, asks for and counts. */
const READERS: readonly Role[] = ['teacher', 'school-head', 'technician', 'plan-manager'];

/** What is walked: its table by hand, how one is built in a state, and what is asked. */
interface Walk {
  table: string;
  code: string;
  path: string;
  /** Its moves, where they are not named after it. */
  lines?: { table: string; column: string };
  states: readonly string[];
  moves: ReturnType<typeof textMoves>;
  actions: readonly string[];
  build(state: string): Promise<string>;
  body(action: string): Body | undefined;
}

const NEED_BODIES: Record<NeedAction, Body | undefined> = {
  'take-up': undefined,
  meet: undefined,
  decline: { reason: 'Rien à proposer cette année' },
  withdraw: undefined,
};
const redeploymentBodies = (): Record<RedeploymentAction, Body | undefined> => ({
  opine: { answer: 'yes', reason: 'Très utile' },
  'carry-out': { roomId: fleet.roomId, reason: 'Les deux écoles sont d’accord', meetsNeed: true },
  drop: { reason: 'Finalement gardé' },
  end: undefined,
});

const newNeed = (state: string) => aNeed(house, fleet.school.id, people['school-head'].accountId, { state });

/** A part in the school, and nothing else of a campaign there: one at a time counts. What is open still awaits a device. */
async function newPart(state: string): Promise<string> {
  const { id: schoolId } = fleet.school;
  await house.arrange("update campaign_part set state = 'dropped' where school_id = $1", [schoolId]);
  const by = people['plan-manager'].accountId;
  const at = { created_at: house.now(), created_by: by };
  const campaign = { title: 'Récolement', from_day: '2026-01-05', to_day: '2099-12-31', ...at };
  const campaignId = await house.build.insert('campaign', campaign);
  const part = { campaign_id: campaignId, school_id: schoolId, state, state_since: house.now() };
  const id = await house.build.insert('campaign_part', part);
  if (state === 'open')
    await house.build.insert('campaign_item', {
      ...{ campaign_id: campaignId, part_id: id, equipment_id: await aDevice(house, fleet, 'in-service') },
      ...{ expected: true, expected_room_id: fleet.roomId, finding: 'awaited' },
    });
  return id;
}

const WALKS: Walk[] = [
  {
    ...{
      table: 'campaign_part',
      code: 'campaign.state',
      path: 'campaign-parts',
      moves: CAMPAIGN_MOVES,
      build: newPart,
    },
    ...{ lines: { table: 'campaign_move', column: 'part_id' }, states: CAMPAIGN_PART_STATE_NAMES },
    // The first sighting opens a part, its last resolution settles it (`campaign-course.spec`).
    actions: CAMPAIGN_PARTS.actions.filter((action) => action !== 'open' && action !== 'settle'),
    body: (action) => (action === 'send' ? undefined : { reason: 'École fermée cette année' }),
  },
  {
    ...{ table: 'need', code: 'need.state', path: 'needs', states: NEED_STATE_NAMES, moves: NEED_MOVES },
    ...{ actions: NEED_ACTIONS, build: newNeed, body: (action) => NEED_BODIES[action as NeedAction] },
  },
  {
    ...{ table: 'redeployment', code: 'redeployment.state', path: 'redeployments', states: REDEPLOYMENT_STATE_NAMES },
    ...{ moves: REDEPLOYMENT_MOVES, actions: REDEPLOYMENT_ACTIONS.filter((action) => action !== 'end') },
    build: async (state) =>
      aRedeployment(
        house,
        { equipmentId: await aDevice(house, fleet, 'in-stock'), needId: await newNeed('taken-up') },
        { state, receiving_answer: 'yes' },
      ),
    body: (action) => redeploymentBodies()[action as RedeploymentAction],
  },
];

async function rowOf({ table }: Walk, id: string) {
  const [row] = await house.sql<{ row: { state: string; version: number } }>(
    `select to_jsonb(t) as row from ${table} t where id = $1`,
    [id],
  );
  return row!.row;
}
async function linesOf({ table, lines = { table: `${table}_move`, column: `${table}_id` } }: Walk, id: string) {
  const rows = await house.sql<{ row: Record<string, unknown> }>(
    `select to_jsonb(v) as row from ${lines.table} v where ${lines.column} = $1 order by at, id`,
    [id],
  );
  return rows.map(({ row }) => row);
}

async function ask(walk: Walk, role: Role, id: string, action: string) {
  const { version } = await rowOf(walk, id);
  return people[role].post(`/api/v1/${walk.path}/${id}/${action}`, walk.body(action), { version });
}

function expectedAnswer({ moves, code }: Walk, role: Role, action: string, state: string): string {
  if (!moves.some((move) => move.action === action && move.who.includes(role))) return '403 role.may-not';
  const move = moves.find((one) => one.action === action && one.state === state);
  return move ? `200 ${move.next}` : `409 ${code} ${possibleFor(moves, role, state)}`;
}

describe('needs, redeployments and campaigns', () => {
  it('have a builder for each state, and a row of the expected table for each action', () => {
    expect(NEED_STATE_NAMES.filter((state) => !BUILT_NEED_STATES.includes(state))).toEqual([]);
    expect(REDEPLOYMENT_STATE_NAMES.filter((state) => !BUILT_REDEPLOYMENT_STATES.includes(state))).toEqual([]);
    expect(NEED_ACTIONS.filter((action) => !NEED_MOVES.some((move) => move.action === action))).toEqual([]);
    expect(REDEPLOYMENT_ACTIONS.filter((action) => !REDEPLOYMENT_MOVES.some((move) => move.action === action))).toEqual(
      [],
    );
  });

  describe.each(WALKS.map((walk) => [walk.table, walk] as const))('%s', (_name, walk) => {
    it.each(walk.states)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
      const id = await walk.build(state);
      const before = { row: await rowOf(walk, id), lines: await linesOf(walk, id) };
      const wrong: string[] = [];
      for (const role of ROLES)
        for (const action of walk.actions) {
          const wanted = expectedAnswer(walk, role, action, state);
          const got = wanted.startsWith('200') ? wanted : said(await ask(walk, role, id, action));
          if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
        }
      expect(wrong).toEqual([]);
      expect({ row: await rowOf(walk, id), lines: await linesOf(walk, id) }).toEqual(before);
    });

    it.each(walk.states)('that is %s offers what it would do, and no more', async (state) => {
      const id = await walk.build(state);
      for (const role of ROLES) {
        const { status, body } = await people[role].get(`/api/v1/${walk.path}/${id}`);
        expect([role, status]).toEqual([role, READERS.includes(role) ? 200 : 403]);
        if (!READERS.includes(role)) continue;
        const expected = walk.actions.filter((action) => expectedAnswer(walk, role, action, state).startsWith('200'));
        expect([role, [...body.possible].sort()]).toEqual([role, [...expected].sort()]);
      }
    });

    const allowed = walk.moves.flatMap((move) =>
      move.who
        .filter((role) => (role as string) !== 'system')
        .map((role) => [move.state, move.action, role as Role] as const),
    );
    it.each(allowed.filter(([, action]) => walk.actions.includes(action)))(
      'that is %s: to %s, by the %s, writes one line with who, from what and to what',
      async (state, action, role) => {
        const id = await walk.build(state);
        const move = walk.moves.find((one) => one.action === action && one.state === state)!;
        const answer = await ask(walk, role, id, action);
        expect(said(answer)).toBe(`200 ${move.next}`);
        expect(await rowOf(walk, id)).toMatchObject({ state: move.next, version: answer.body.version });
        const { reason = null } = (walk.body(action) ?? {}) as { reason?: string };
        expect(await linesOf(walk, id)).toMatchObject([
          {
            ...{ action, from_state: state, to_state: move.next, role, account_id: people[role].accountId, reason },
          },
        ]);
      },
    );
  });
});

describe('a decision on a redeployment', () => {
  const decide = async (row: Record<string, unknown>, body?: Body) => {
    const equipmentId = await aDevice(house, fleet, 'in-stock');
    const id = await aRedeployment(house, { equipmentId, needId: await newNeed('taken-up') }, row);
    const sent = body ?? redeploymentBodies()['carry-out']!;
    const answer = await people['plan-manager'].post(`/api/v1/redeployments/${id}/carry-out`, sent, { version: 1 });
    return { answer: said(answer), device: await deviceRow(house, equipmentId) };
  };

  it('waits for a silent head as long as the delay runs, and not a day longer', async () => {
    const running = await decide({ answer_by: today() });
    expect(running).toMatchObject({ answer: '409 redeployment.delay-running', device: { state: 'in-stock' } });
    expect((await decide({ answer_by: '2020-01-01' })).answer).toBe('200 carried-out');
    expect((await decide({ answer_by: today(), receiving_answer: 'no' })).answer).toBe('200 carried-out');
  });

  it('goes to a room of the school that needs it, or nowhere', async () => {
    const elsewhere = await house.build.room((await house.build.school()).id);
    const body = { roomId: elsewhere, reason: 'D’accord', meetsNeed: true };
    const { answer, device } = await decide({ receiving_answer: 'yes' }, body);
    expect([answer, device.state]).toEqual(['422 redeployment.room-other', 'in-stock']);
  });

  it('gives its reason', async () => {
    const { answer } = await decide(
      { receiving_answer: 'yes' },
      { roomId: fleet.roomId, reason: ' ', meetsNeed: true },
    );
    expect(answer).toBe('422 need.reason-missing');
  });
});
