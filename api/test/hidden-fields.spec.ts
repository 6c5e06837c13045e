import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isRead,
  ITEM_LIST,
  itemFields,
  listedOrderFields,
  ORDER_LIST,
  ORDER_STATE_NAMES,
  ROLES,
  SCHOOL_LIST,
  schoolFields,
  type ListTerms,
  type OrderState,
  type Reads,
  type Role,
  type Terms,
} from '@parc/domain';
import type { House } from './harness/house.js';
import { buildHiddenGround, putAllInState, writeValues } from './hidden/hidden-ground.js';
import { COMING_GROUPS } from './hidden/coming-groups.js';
import { HIDDEN_AMOUNT, HIDDEN_GROUPS, type HiddenGroup } from './hidden/hidden-groups.js';
import { INVENTORY_GROUPS } from './hidden/inventory-groups.js';
import { LOAN_GROUPS } from './hidden/loan-groups.js';
import { PROBLEM_GROUPS } from './hidden/problem-groups.js';
import { MAINTENANCE_GROUPS } from './hidden/maintenance-groups.js';
import { PILOT_GROUPS } from './hidden/pilot-groups.js';
import { TRAINING_GROUPS } from './hidden/training-groups.js';
import { VISIT_GROUPS } from './hidden/visit-groups.js';
import { furtherQuestions, orderQuestions, questionsOf, type Question } from './hidden/hidden-questions.js';
import { guardToRemove, openHouse, takeAway } from './matrix/guards.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, type World } from './matrix/world.js';

/**
 * What is hidden can neither be read nor worked out. Everything a role does not read is written anew, in the opposite order,
 * with other words; whatever the role asks must then be answered to the letter as before: no value, no order of rows, no
 * count under a filter, no search by a hidden word tells it. Lists, orders and filters come from the OpenAPI document.
 */
const document = await documentedRoutes();
let house: House;
let world: World;
let ids: string[];
let givenIds: string[];
const GROUPS = [
  ...HIDDEN_GROUPS,
  ...COMING_GROUPS,
  ...INVENTORY_GROUPS,
  ...MAINTENANCE_GROUPS,
  ...LOAN_GROUPS,
  ...PROBLEM_GROUPS,
  ...VISIT_GROUPS,
  ...TRAINING_GROUPS,
  ...PILOT_GROUPS,
];

beforeAll(async () => {
  const guard = guardToRemove();
  house = await openHouse(guard);
  world = await buildWorld(house);
  const ground = await buildHiddenGround(house, world);
  ids = [ground.communeId, ground.schoolId];
  givenIds = ground.givenIds;
  await takeAway(house, guard);
  house.stopClock();
}, 120_000);
afterAll(() => house.close());

/** Answers by their question, after the groups were given one of their two sets of values. */
async function answers(role: Role, questions: Question[], groups: HiddenGroup[], values: 0 | 1) {
  for (const group of groups) await writeValues(house, group, values);
  const texts = new Map<string, string>();
  for (const { url } of questions) {
    const { status, text } = await world.people[role].get(url);
    // A question that its form alone refuses tells nothing of what is hidden.
    if (status === 400) throw new Error(`${url}: ${text}`);
    texts.set(url, `${status} ${text}`);
  }
  return texts;
}

/** What was answered otherwise, with the first letters that differ. */
async function told(role: Role, questions: Question[], groups: HiddenGroup[]): Promise<string[]> {
  const before = await answers(role, questions, groups, 0);
  const after = await answers(role, questions, groups, 1);
  return questions
    .filter(({ url }) => before.get(url) !== after.get(url))
    .map(({ route, url }) => `${route}: ${url} tells ${difference(before.get(url)!, after.get(url)!)}`);
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `« ${one.slice(Math.max(0, at - 60), at + 40)} » or « ${other.slice(Math.max(0, at - 10), at + 40)} »`;
}

const hiddenFrom = (role: Role) => GROUPS.filter(({ from }) => from.includes(role));
const hiddenIn = (role: Role, state: OrderState) =>
  HIDDEN_GROUPS.filter(({ from, fromInState }) => from.includes(role) || fromInState?.[role]?.includes(state));

describe('lists, pages, homes, exports and documents do not tell what is hidden from', () => {
  it.each(ROLES.filter((role) => hiddenFrom(role).length > 0))(
    '%s',
    async (role) => {
      const groups = hiddenFrom(role);
      const summed = groups.flatMap(({ summedIn }) => summedIn?.[role] ?? []);
      const questions = [...questionsOf(document, world, role, ids), ...furtherQuestions(world, role, givenIds)].filter(
        ({ route }) => !summed.includes(route),
      );
      expect(questions.length).toBeGreaterThan(0);
      expect(await told(role, questions, groups)).toEqual([]);
    },
    120_000,
  );
});

describe('what a reader does not read cannot be asked either: the list stays as it is', () => {
  const LISTS = [
    ['/api/v1/orders', 'inspector', ORDER_LIST, { ...listedOrderFields('inspector') }],
    ['/api/v1/orders/export.csv', 'digital-trainer', ORDER_LIST, { ...listedOrderFields('digital-trainer') }],
    ['/api/v1/catalogue/items', 'inspector', ITEM_LIST, { ...itemFields('inspector') }],
    ['/api/v1/schools', 'installer', SCHOOL_LIST, { ...schoolFields('installer', false) }],
  ] as [string, Role, ListTerms<string>, Reads<string>][];

  it.each(LISTS)('%s for the %s', async (url, role, { sorts, filters }, reads) => {
    const hidden = (terms: Terms<string>) => Object.keys(terms).filter((name) => !isRead(terms[name], reads));
    const person = world.people[role];
    const plain = (await person.get(`${url}?direction=desc`)).text;
    const asked = [
      ...hidden(sorts).map((sort) => `sort=${sort}`),
      ...hidden(filters).map((filter) => `${filter}=${HIDDEN_AMOUNT}`),
    ];
    expect(asked.length).toBeGreaterThan(0);
    for (const query of [...asked, [asked.at(0), ...asked.filter((one) => !one.startsWith('sort='))].join('&')])
      expect((await person.get(`${url}?direction=desc&${query}`)).text).toBe(plain);
  });
});

describe('an order does not tell, by any of its texts and documents, what is hidden while it is', () => {
  it.each(ORDER_STATE_NAMES)(
    '%s',
    async (state) => {
      for (const site of [world.ours.public, world.ours.private]) await putAllInState(house, site.schoolId, state);
      const misses: string[] = [];
      for (const role of ROLES) {
        const misread = await told(role, orderQuestions(document, world, role), hiddenIn(role, state));
        misses.push(...misread.map((miss) => `${role}: ${miss}`));
      }
      expect(misses).toEqual([]);
    },
    120_000,
  );
});

describe('who reads it sees it change:', () => {
  it.each(GROUPS.map((group) => [group.group, group] as const))(
    '%s',
    async (_, group) => {
      const { readBy = 'plan-manager' } = group;
      await putAllInState(house, world.ours.public.schoolId, 'scheduled');
      const questions = questionsOf(document, world, readBy, ids).filter(({ url }) => !url.includes('?'));
      expect(await told(readBy, [...questions, ...furtherQuestions(world, readBy, givenIds)], [group])).not.toEqual([]);
    },
    120_000,
  );
});
