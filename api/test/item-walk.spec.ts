import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ITEM_ACTIONS, ITEM_STATE_NAMES, ROLES, type ItemAction, type ItemState, type Role } from '@parc/domain';
import { House } from './harness/house.js';
import { anItem, BUILT_ITEM_STATES, type ItemShape } from './harness/item-builders.js';
import { changed, said, type Body } from './harness/answers.js';
import { everyone } from './harness/everyone.js';
import type { Person } from './harness/person.js';
import { possibleFor, textMoves } from './harness/text-table.js';

/** What the rules of the plan say of a catalogue item, written by hand: the plan manager records what a body decided. */
const MOVES = textMoves(`
  state        | action   | who | next         | guards
  proposed     | review   | M   | under-review |
  under-review | validate | M   | validated    | decision-complete price-known
  under-review | reject r | M   | rejected     | decision-complete
  validated    | withdraw | M   | withdrawn    |
`);

const DECISION = { body: 'Bureau', meetingOn: '2026-09-24', decisionNumber: '2026-117' };

/** A right body for each action; a new action is told by the compiler. */
const BODIES: Record<ItemAction, Body> = {
  review: {},
  validate: DECISION,
  reject: { ...DECISION, reason: 'Trop cher' },
  withdraw: {},
};

let house: House;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  people = await everyone(house, await house.build.school());
});
afterAll(() => house.close());

const build = (state: ItemState, shape: ItemShape = {}) =>
  anItem(house, people['plan-manager'].accountId, shape).in(state);

interface Traces {
  item: Record<string, unknown>;
  decisions: Record<string, unknown>[];
}

async function traces(id: string): Promise<Traces> {
  const [row] = await house.sql<Traces>(
    `select to_jsonb(i) as item, (select coalesce(jsonb_agg(d order by d.decided_at, d.id), '[]') from item_decision d where item_id = i.id) as decisions
       from catalogue_item i where i.id = $1`,
    [id],
  );
  return row!;
}

async function ask(person: Person, id: string, action: ItemAction, body: Body = BODIES[action]) {
  const [row] = await house.sql<{ version: number }>('select version from catalogue_item where id = $1', [id]);
  return person.post(`/api/v1/catalogue/items/${id}/${action}`, body, { version: row!.version });
}

function expectedAnswer(role: Role, action: ItemAction, state: ItemState): string {
  if (role !== 'plan-manager') return '403 role.may-not';
  const move = MOVES.find((one) => one.action === action && one.state === state);
  return move ? `200 ${move.next}` : `409 catalogue.state ${possibleFor(MOVES, role, state)}`;
}

describe('a catalogue item', () => {
  it('has a builder for each of its states, and a row of the expected table for each of its actions', () => {
    expect(ITEM_STATE_NAMES.filter((state) => !BUILT_ITEM_STATES.includes(state))).toEqual([]);
    expect(ITEM_ACTIONS.filter((action) => !MOVES.some((move) => move.action === action))).toEqual([]);
  });

  it.each(BUILT_ITEM_STATES)('that is %s refuses whoever may not, says why and changes nothing', async (state) => {
    const id = await build(state);
    const before = await traces(id);
    const wrong: string[] = [];
    for (const role of ROLES)
      for (const action of ITEM_ACTIONS) {
        const wanted = expectedAnswer(role, action, state);
        const got = wanted.startsWith('200') ? wanted : said(await ask(people[role], id, action));
        if (got !== wanted) wrong.push(`${role} ${action}: ${got}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
    expect(await traces(id)).toEqual(before);
  });
});

describe('a move of an item that is allowed', () => {
  it.each(MOVES.map((move) => [move.state as ItemState, move.action as ItemAction, move] as const))(
    'of one that is %s: the plan manager may %s, and the decision is kept',
    async (state, action, move) => {
      const id = await build(state);
      const before = await traces(id);
      const answer = await ask(people['plan-manager'], id, action);
      expect(said(answer)).toBe(`200 ${move.next}`);
      const after = await traces(id);
      const { version, ...written } = changed(before.item, after.item);
      expect(written).toEqual({ state: move.next });
      expect(version).toBe(answer.body.version);
      const given = BODIES[action];
      expect(after.decisions.slice(before.decisions.length)).toMatchObject([
        {
          ...{ state: move.next, account_id: people['plan-manager'].accountId, body: given.body ?? null },
          ...{ meeting_on: given.meetingOn ?? null, decision_number: given.decisionNumber ?? null },
          reason: given.reason ?? null,
        },
      ]);
    },
  );
});

/** A fact turned against a move, and what is answered; the last ones stop nothing. */
const facts: [string, ItemState, ItemAction, ItemShape, Body, string][] = [
  ['without a body', 'under-review', 'validate', {}, { ...DECISION, body: '' }, '422 catalogue.decision-incomplete'],
  [
    'without a day',
    'under-review',
    'validate',
    {},
    { ...DECISION, meetingOn: null },
    '422 catalogue.decision-incomplete',
  ],
  [
    'without a number',
    'under-review',
    'validate',
    {},
    { ...DECISION, decisionNumber: '' },
    '422 catalogue.decision-incomplete',
  ],
  ['without a price', 'under-review', 'validate', { withoutPrice: true }, DECISION, '422 catalogue.price-missing'],
  [
    'without a number',
    'under-review',
    'reject',
    {},
    { ...BODIES.reject, decisionNumber: '' },
    '422 catalogue.decision-incomplete',
  ],
  ['without a reason', 'under-review', 'reject', {}, { ...DECISION, reason: '' }, '422 catalogue.decision-incomplete'],
  ['without a price', 'under-review', 'reject', { withoutPrice: true }, BODIES.reject, '200 rejected'],
  ['without a price', 'proposed', 'review', { withoutPrice: true }, {}, '200 under-review'],
  ['without a price', 'validated', 'withdraw', { withoutPrice: true }, {}, '200 withdrawn'],
];

describe('a fact of an item', () => {
  it.each(facts)('%s: one that is %s, to %s', async (_title, state, action, shape, body, answer) => {
    expect(said(await ask(people['plan-manager'], await build(state, shape), action, body))).toBe(answer);
  });
});
