import { afterEach, describe, expect, it } from '@jest/globals';
import { reachOf, ROLES } from '@parc/domain';
import type { House } from './harness/house.js';
import { openHouse, takeAway, type Guard } from './matrix/guards.js';
import { isScoped, Matrix, nameOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { FIELDS, SHOWN } from './matrix/rows.js';
import { buildWorld } from './matrix/world.js';

/** A matrix that would pass without its guards proves nothing: each is taken away in turn, and its rows must fail. */
const { routes } = await documentedRoutes();
const read = routes.filter(({ permission, method }) => permission && method === 'GET');
let house: House | null = null;

async function matrixWithout(guard: Guard): Promise<Matrix> {
  house = await openHouse(guard);
  const matrix = new Matrix(house, routes, await buildWorld(house));
  await takeAway(house, guard);
  return matrix;
}

/** How many of the questions were answered as the role table does not allow. */
async function missed(questions: (() => Promise<(string | null)[]>)[]): Promise<number> {
  let count = 0;
  // A route that falls over without its guard has been reached too.
  for (const ask of questions) count += (await ask().catch((error: unknown) => [String(error)])).filter(Boolean).length;
  return count;
}

afterEach(async () => {
  await house?.close();
  house = null;
});

describe('the permission matrix fails', () => {
  it('without the permission of the routes', async () => {
    const matrix = await matrixWithout('route-permission');
    const forbidden = read.flatMap((route) =>
      ROLES.filter((role) => !reachOf(route.permission!, role)).map((role) => [route, role] as const),
    );
    const misses = await missed(forbidden.map(([route, role]) => async () => [await matrix.forbidden(route, role)]));
    expect(misses).toBe(forbidden.length);
  }, 120_000);

  it('without the doors to its objects', async () => {
    const matrix = await matrixWithout('access-door');
    const scoped = routes.filter(({ path, method }) => method === 'POST' && path.startsWith('/api/v1/orders/:id/'));
    const questions = scoped.flatMap((route) =>
      ROLES.map((role) => [role, route.permission && reachOf(route.permission, role)] as const)
        .filter(([, reach]) => reach && isScoped(route, reach))
        .map(
          ([role, reach]) =>
            () =>
              matrix.elsewhere(route, role, reach!),
        ),
    );
    expect(await missed(questions)).toBeGreaterThanOrEqual(questions.length);
  }, 120_000);

  it('without the scopes of its lists', async () => {
    const matrix = await matrixWithout('scope-predicate');
    const lists = read.filter((route) => nameOf(route) in SHOWN && !nameOf(route).startsWith('Home'));
    for (const route of lists) expect([nameOf(route), await missed([() => matrix.shown(route)])]).not.toContain(0);
  }, 120_000);

  it('without the lists of fields', async () => {
    const matrix = await matrixWithout('field-list');
    for (const group of FIELDS) expect([group.field, await missed([() => matrix.fields(group)])]).not.toContain(0);
  }, 120_000);
});
