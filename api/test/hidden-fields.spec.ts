import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, ROLES, type OrderState, type Role } from '@parc/domain';
import type { House } from './harness/house.js';
import { Clock } from '../src/platform/clock.js';
import { buildHiddenGround, putInState, writeValues } from './hidden/hidden-ground.js';
import { HIDDEN_GROUPS, type HiddenGroup } from './hidden/hidden-groups.js';
import { orderQuestions, questionsOf, type Question } from './hidden/hidden-questions.js';
import { guardToRemove, openHouse, takeAway } from './matrix/guards.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, ownPlace, type World } from './matrix/world.js';

/**
 * What is hidden can neither be read nor worked out. Everything a role does not read is written anew, in the opposite order,
 * with other words; whatever the role asks must then be answered to the letter as before: no value, no order of rows, no
 * count under a filter, no search by a hidden word tells it. Lists, orders and filters come from the OpenAPI document.
 */
const document = await documentedRoutes();
let house: House;
let world: World;
let ids: string[];

beforeAll(async () => {
  const guard = guardToRemove();
  house = await openHouse(guard);
  world = await buildWorld(house);
  const neighbour = await buildHiddenGround(house, world);
  ids = [neighbour.communeId, neighbour.schoolId];
  await takeAway(house, guard);
  // Answers are compared to the letter, ages and all.
  const now = house.now();
  house.application.get(Clock).now = () => now;
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

const hiddenFrom = (role: Role) => HIDDEN_GROUPS.filter(({ from }) => from.includes(role));
const hiddenIn = (role: Role, state: OrderState) =>
  HIDDEN_GROUPS.filter(({ from, fromInState }) => from.includes(role) || fromInState?.[role]?.includes(state));

describe('lists, pages, homes, exports and documents do not tell what is hidden from', () => {
  it.each(ROLES.filter((role) => hiddenFrom(role).length > 0))(
    '%s',
    async (role) => {
      const groups = hiddenFrom(role);
      const summed = groups.flatMap(({ summedIn }) => summedIn?.[role] ?? []);
      const questions = questionsOf(document, world, role, ids).filter(({ route }) => !summed.includes(route));
      expect(questions.length).toBeGreaterThan(0);
      expect(await told(role, questions, groups)).toEqual([]);
    },
    120_000,
  );
});

describe('an order does not tell, by any of its texts and documents, what is hidden while it is', () => {
  it.each(ORDER_STATE_NAMES)(
    '%s',
    async (state) => {
      for (const site of [world.ours.public, world.ours.private]) await putInState(house, site.orderId, state);
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
  it.each(HIDDEN_GROUPS.map((group) => [group.group, group] as const))(
    '%s',
    async (_, group) => {
      const { orderId } = ownPlace(world, 'plan-manager').site;
      await putInState(house, orderId, 'scheduled');
      const questions = questionsOf(document, world, 'plan-manager', ids).filter(
        ({ url }) => !url.includes('documents/'),
      );
      expect(await told('plan-manager', questions, [group])).not.toEqual([]);
    },
    120_000,
  );
});
