import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireDeclaredPermissions, type DeclaredRoute } from '../src/platform/http/declared-permissions.js';
import type { House } from './harness/house.js';
import { Matrix } from './matrix/matrix.js';
import { House as H } from './harness/house.js';
import { buildWorld } from './matrix/world.js';

let house: House;
let matrix: Matrix;
let routes: DeclaredRoute[];

beforeAll(async () => {
  house = await H.open();
  routes = requireDeclaredPermissions(house.application);
  matrix = new Matrix(house, await buildWorld(house));
});
afterAll(() => house.close());

describe('x', () => {
  it('y', async () => {
    const misses: string[] = [];
    for (const route of routes) {
      misses.push(...(await matrix.misses(route).catch((e) => [String(e)])));
    }
    for (const route of routes.filter((r) => r.permission && r.method === 'GET')) misses.push(...(await matrix.shown(route)));
    expect(misses).toEqual([]);
  }, 300000);
});
