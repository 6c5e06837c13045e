import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { reachOf, ROLES } from '@parc/domain';
import type { House } from './harness/house.js';
import { openHouse, takeAway, takeOpened, type Guard } from './matrix/guards.js';
import { isScoped, Matrix, nameOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { OPEN_TO_ALL_OR_NONE } from './matrix/open-doors.js';
import { DOORS, FIELDS, SCOPES, SHOWN } from './matrix/rows.js';
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

describe('a door', () => {
  const doors = globSync('**/*.access.ts', { cwd: join(import.meta.dirname, '../src') })
    .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, '.js'))
    .sort();

  it('is one of its domain’s, in matrix/domains, or says why nobody stands before it', () => {
    const untold = doors.filter((door) => !(door in DOORS) && !(door in OPEN_TO_ALL_OR_NONE));
    expect(untold.map((door) => `${door} stands in no « doors » of matrix/domains`)).toEqual([]);
    expect(Object.keys(OPEN_TO_ALL_OR_NONE).filter((door) => door in DOORS || !doors.includes(door))).toEqual([]);
  });
});

describe('a scope', () => {
  it('is one of its domain’s, in matrix/domains', () => {
    const sources = join(import.meta.dirname, '../src');
    const untold = globSync('**/*.scope.ts', { cwd: sources }).flatMap((file) => {
      const module = file.replaceAll('\\', '/').replace(/\.ts$/, '.js');
      const names = [...readFileSync(join(sources, file), 'utf8').matchAll(/^export function (\w+Scope)\(/gm)];
      return names
        .filter(([, name]) => !SCOPES[module]?.includes(name!))
        .map(([, name]) => `${name} of ${module} stands in no « scopes » of matrix/domains`);
    });
    expect(untold).toEqual([]);
  });
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

  it('without the doors to its objects, each of them', async () => {
    const matrix = await matrixWithout('access-door');
    const opened = new Set<string>();
    const shut: string[] = [];
    for (const route of routes.filter(({ permission }) => permission)) {
      const scoped = ROLES.flatMap((role) => {
        const reach = reachOf(route.permission!, role);
        return reach && isScoped(route, reach) ? [{ role, reach }] : [];
      });
      const misses = await missed(
        scoped.map(
          ({ role, reach }) =>
            () =>
              matrix.elsewhere(route, role, reach),
        ),
      );
      const doors = takeOpened();
      if (misses < scoped.length)
        shut.push(`${nameOf(route)} stays shut: what lets people in there is no door of DOORS`);
      if (misses > 0) for (const door of doors) opened.add(door);
    }
    for (const door of Object.keys(DOORS).filter((each) => !opened.has(each)))
      shut.push(`${door} lets nobody in whom its scope keeps out`);
    expect(shut).toEqual([]);
  }, 240_000);

  it('without the scopes of its lists', async () => {
    const matrix = await matrixWithout('scope-predicate');
    // What is asked of one object stands behind its door.
    const lists = read.filter(
      (route) => nameOf(route) in SHOWN && !nameOf(route).startsWith('Home') && !route.path.includes(':'),
    );
    for (const route of lists) expect([nameOf(route), await missed([() => matrix.shown(route)])]).not.toContain(0);
  }, 120_000);

  it('without the lists of fields', async () => {
    const matrix = await matrixWithout('field-list');
    for (const group of FIELDS) expect([group.field, await missed([() => matrix.fields(group)])]).not.toContain(0);
  }, 120_000);
});
