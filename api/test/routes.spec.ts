import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ORDER_ACTIONS, type Permission, PERMISSIONS, reachOf, ROLES } from '@parc/domain';
import type { DeclaredRoute } from '../src/platform/http/declared-permissions.js';
import { nameOf } from './matrix/matrix.js';
import { OPEN_TO_ALL_OR_NONE } from './matrix/open-doors.js';
import { documentedRoutes } from './matrix/routes.js';
import { BODIES, DOORS, FIELD_LISTS, NARROWED, OBJECTS, QUERIES, SCOPES, SHOWN, WITHOUT_KEY } from './matrix/rows.js';

/** What the making of the document complains of: a name that two classes share, say. */
const complaints = jest.spyOn(Logger, 'warn').mockImplementation(() => undefined);
const { routes, schemas, documented } = await documentedRoutes();
const names = routes.map(nameOf);
const namesOf = (kept: (route: DeclaredRoute) => boolean) => routes.filter(kept).map(nameOf);

describe('every answer and request', () => {
  it('has a name of its own in the document', () => expect(complaints.mock.calls).toEqual([]));
});

/** Lists of which the matrix's world holds nothing of one's own, and who reads their rows. */
const READ_ELSEWHERE: Record<string, string> = {
  'ItemsController.list': 'an item is no school’s: catalogue-items.spec.ts reads a holder’s own',
  'FiguresController.schools': 'figures of the world are not worked out: figures.spec.ts reads them as every role',
  'ConventionsController.blockedSchools': 'every school of the world is covered: gate.spec.ts reads those that are not',
};

describe('every route', () => {
  it('is in the OpenAPI document', () => {
    expect(namesOf((route) => !documented(route))).toEqual([]);
  });

  it('has a row in the permission matrix: ids for its parameters, a body, a query where it needs them', () => {
    const missing = routes.flatMap((route) => {
      const { requestBody, parameters = [] } = documented(route)!;
      const needsQuery = parameters.some((parameter) => parameter.in === 'query' && parameter.required);
      const needsIds = route.path.includes('/:') && !OBJECTS.some(([prefix]) => route.path.startsWith(prefix));
      return [
        needsIds ? 'its path has parameters: who has their ids? (objects)' : [],
        requestBody && !BODIES[nameOf(route)] ? 'it reads a body: which would be accepted? (bodies)' : [],
        needsQuery && !QUERIES[nameOf(route)] ? 'it needs a query: which? (queries)' : [],
      ]
        .flat()
        .map((what) => `${nameOf(route)} has no row in its domain's file of api/test/matrix/domains: ${what}`);
    });
    expect(missing).toEqual([]);
  });

  it('is asked by each permission that a role may hold: none promises what nothing does', () => {
    const asked = new Set<string | null>(routes.map(({ permission }) => permission));
    // A move that only the system makes has no route: it has no holder either.
    const held = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => ROLES.some((role) => reachOf(one, role)));
    expect(held.filter((one) => !asked.has(one))).toEqual([]);
  });

  it('stands behind the names of the matrix: none is of the past', () => {
    const rows = [BODIES, QUERIES, NARROWED, SHOWN, WITHOUT_KEY, READ_ELSEWHERE].flatMap(Object.keys);
    expect(rows.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('reads a declared body and answers a declared one', () => {
    const undeclared = namesOf((route) => {
      const { requestBody, responses } = documented(route)!;
      const bodies = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
      const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const described = answers.some(
        ([status, { content }]) =>
          status === '204' || (Object.values(content ?? {}).every(({ schema }) => schema) && content),
      );
      return bodies.some((schema) => !('$ref' in schema || 'properties' in schema)) || !described;
    });
    expect(undeclared).toEqual([]);
  });

  it('that writes asks for a repetition key, or says here why not', () => {
    const keyless = namesOf((route) => {
      const keyed = documented(route)!.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false;
      return route.method !== 'GET' && keyed === nameOf(route) in WITHOUT_KEY;
    });
    expect(keyless).toEqual([]);
  });

  it('that lists, for somebody who does not reach all, says what of their own they must find there', () => {
    const isList = (route: DeclaredRoute) => {
      const schema = documented(route)!.responses['200']?.content?.['application/json']?.schema;
      const name = String(schema?.['$ref'] ?? '')
        .split('/')
        .at(-1)!;
      return ['items', 'total'].every((field) => field in ((schemas[name]?.['properties'] ?? {}) as object));
    };
    const narrow = ({ permission }: DeclaredRoute) =>
      permission !== null && ROLES.some((role) => ['own', 'work'].includes(reachOf(permission, role)!));
    const unsaid = namesOf((route) => isList(route) && narrow(route)).filter(
      (name) => !(name in SHOWN || name in READ_ELSEWHERE),
    );
    expect(
      unsaid.map((name) => `${name} stands in no "shown" of api/test/matrix/domains: an empty list would pass`),
    ).toEqual([]);
  });

  it('is named by a test of its own', () => {
    const named = pathsNamedByTests();
    const unnamed = routes.filter(({ path }) => !named.some((pattern) => pattern.test(path)));
    expect(unnamed.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

/** Modules that need not be taken away, and why. */
const STAY: Record<string, string> = {
  ...OPEN_TO_ALL_OR_NONE,
  'directory/national-directory-fields.js': 'the fields of a file, which nobody reads by role',
};

describe('every door, scope and list of fields', () => {
  const sources = (pattern: string, root: string) =>
    globSync(pattern, { cwd: `${import.meta.dirname}/${root}` }).map((name) => name.replace(/ts$/, 'js'));

  it.each([
    ['doors', sources('**/*.access.ts', '../src'), Object.keys(DOORS)],
    ['scopes', sources('*/*.scope.ts', '../src'), Object.keys(SCOPES)],
    ['fieldLists', sources('*/*-fields.ts', '../../libs/domain/src'), Object.keys(FIELD_LISTS)],
  ])('is taken away once, to see its rows fail: %s', (list, found, named) => {
    const forgotten = found.filter((module) => !named.includes(module) && !(module in STAY));
    expect(forgotten.map((module) => `${module} stands in no "${list}" of api/test/matrix/domains`)).toEqual([]);
  });
});

/** Tests that walk every route prove each a little, and a person's `act` names none: they do not count here. */
const WALKERS = /(permission-matrix|routes|guards|screen-queries|fuzz)\.spec\.ts$|person\.ts$/;

/** Paths as the tests' sources write them; what they fill in stands for any parameter. */
function pathsNamedByTests(): RegExp[] {
  const sources = globSync(['*.spec.ts', 'harness/*.ts'], { cwd: import.meta.dirname })
    .filter((name) => !WALKERS.test(name))
    .map((name) => withHoles(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')));
  const written = sources.flatMap((source) =>
    [...source.matchAll(/(\/api|(?<=`)\*)\/[\w*./%-]+/g)].map(([path]) => path),
  );
  const acted = sources.flatMap((source) =>
    [...source.matchAll(/\.act\([^,]+, '([\w-]+)'/g)].map(([, action]) => action!),
  );
  // order-walk.spec.ts walks the whole table of moves.
  const actions = new Set([...acted, ...ORDER_ACTIONS]);
  // A path of holes alone names nothing.
  const paths = new Set([
    ...written.filter((path) => /\/[^*]+$/.test(path) || path.startsWith('/api')),
    ...[...actions].map((action) => `/api/v1/orders/*/${action}`),
  ]);
  return [...paths].map(asPattern);
}

function withHoles(source: string): string {
  const filled = source.replace(/\$\{[^{}]*\}/g, '*');
  return filled === source ? source : withHoles(filled);
}

/** A hole stands for a parameter, and at the beginning for a path begun elsewhere; what a test gives a parameter stands for it too. */
function asPattern(path: string): RegExp {
  const [first, ...parts] = path.replace(/\/$/, '').split('/');
  const rest = parts.map((part) => (part.includes('*') ? '[^/]+' : `(${part.replace(/[.%]/g, '\\$&')}|:\\w+)`));
  return new RegExp(`^${first === '*' ? '.*' : ''}/${rest.join('/')}$`);
}
