import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from './harness/house.js';
import { guardToRemove, openHouse, takeAway } from './matrix/guards.js';
import { Matrix, nameOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { FIELDS, SHOWN } from './matrix/rows.js';
import { buildWorld } from './matrix/world.js';

/**
 * Every route × every role × its own scope, another scope, signed out. What is expected comes from the role table of
 * libs/domain alone. `WITHOUT_GUARD=scope-predicate` (see matrix/guards.ts) shows which rows fail without a guard.
 */
const { routes } = await documentedRoutes();

let house: House;
let matrix: Matrix;

beforeAll(async () => {
  const guard = guardToRemove();
  house = await openHouse(guard);
  matrix = new Matrix(house, routes, await buildWorld(house));
  await takeAway(house, guard);
}, 120_000);
afterAll(() => house.close());

describe('the role table holds for every role on', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
    expect(await matrix.misses(route)).toEqual([]);
  });
});

describe('nothing of another scope is read in', () => {
  const read = routes.filter((route) => route.permission && route.method === 'GET');

  it.each(read.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
    expect(await matrix.shown(route)).toEqual([]);
  });

  it('lists, homes and exports of which the names here are true', () => {
    const names = routes.map(nameOf);
    expect(Object.keys(SHOWN).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('of an object one reaches, one reads the fields of one’s role:', () => {
  it.each(FIELDS.map((group) => [group.field, group] as const))('%s', async (_, group) => {
    expect(await matrix.fields(group)).toEqual([]);
  });
});
