import { reachOf, type Role } from '@parc/domain';
import type { DeclaredRoute } from '../../src/platform/http/declared-permissions.js';
import { nameOf, requestOf } from '../matrix/matrix.js';
import type { DocumentedRoutes, Operation } from '../matrix/routes.js';
import { ownPlace, type World } from '../matrix/world.js';
import { HIDDEN_AMOUNT, HIDDEN_WORDS } from './hidden-groups.js';

type Parameter = NonNullable<Operation['parameters']>[number];

export interface Question {
  route: string;
  url: string;
}

/** What of a page is asked for its own sake: none of them tells a value. */
const PAGING = ['page', 'size', 'direction'];

/**
 * Everything that may be asked of the API's readings in a role: each route as it is, with each value of each of its
 * parameters as the OpenAPI document declares them, and in each of its orders both ways.
 * @param ids ids a filter may be given besides those of the world
 */
export function questionsOf(
  { routes, documented }: DocumentedRoutes,
  world: World,
  role: Role,
  ids: string[],
): Question[] {
  const { site, territory } = ownPlace(world, role);
  const known = [...ids, site.schoolId, territory.communeId, territory.contractId, world.theirs.communeId];
  return routes
    .filter(({ method, permission }) => method === 'GET' && permission && reachOf(permission, role))
    .flatMap((route) => {
      const { url } = requestOf(route, { ...ownPlace(world, role), world, role });
      const parameters = (documented(route)?.parameters ?? []).filter((one) => one.in === 'query');
      return [{}, ...parameters.flatMap((one) => asked(one, known))].map((query) => ({
        route: nameOf(route),
        url: withQuery(url, query),
      }));
    });
}

/** Pages that are not the world's own place: orders that a technician carries out, and schools that somebody else answers for. */
export function furtherQuestions(world: World, role: Role, givenIds: string[]): Question[] {
  const orders = reachOf('orders.read', role) ? givenIds : [];
  const schools = [world.ours.private, world.theirs.public, world.theirs.private].map(({ schoolId }) => schoolId);
  const asked = [
    ...orders.map((id) => `/api/v1/orders/${id}`),
    ...schools.flatMap((id) => ['', '/rooms', '/budgets?year=2026'].map((path) => `/api/v1/schools/${id}${path}`)),
    ...schools.map((id) => `/api/v1/orders?schoolId=${id}`),
  ];
  return asked.map((url) => ({ route: 'further', url }));
}

type Query = Record<string, string>;

/** What a route needs to be asked at all stays, unless it is what is asked. */
function withQuery(url: string, query: Query): string {
  const [path, needed] = url.split('?');
  const parameters = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(needed)), ...query }).toString();
  return parameters === '' ? path! : `${path}?${parameters}`;
}

function asked(parameter: Parameter, ids: string[]): Query[] {
  const { name } = parameter;
  if (PAGING.includes(name)) return [];
  const queries = valuesOf(parameter, ids).map((value) => ({ [name]: String(value) }));
  if (name !== 'sort') return queries;
  return queries.flatMap((query) => ['asc', 'desc'].map((direction) => ({ ...query, direction })));
}

function valuesOf({ name, schema }: Parameter, ids: string[]): unknown[] {
  const one = (schema['type'] === 'array' ? schema['items'] : schema) as Record<string, unknown>;
  if (Array.isArray(one['enum'])) return one['enum'];
  switch (one['type']) {
    case 'boolean':
      return [true, false];
    case 'integer':
      // What is bounded is asked for as far as its form lets it.
      return /year/i.test(name) ? [2025, 2026] : [Math.min(HIDDEN_AMOUNT, Number(one['maximum'] ?? HIDDEN_AMOUNT))];
    default:
      if (one['format'] === 'date') return ['2025-10-06', '2026-10-06'];
      if (one['format'] === 'date-time') return ['2025-10-06T08:00:00Z', '2026-10-06T08:00:00Z'];
      return one['format'] === 'uuid' ? ids : HIDDEN_WORDS.filter((word) => fits(word, one['pattern']));
  }
}

/** What its form alone refuses asks for nothing. */
const fits = (word: string, pattern: unknown): boolean =>
  typeof pattern !== 'string' || new RegExp(pattern, 'u').test(word);

/** The readings of one order, as its page links to them, and of its school: what a firm reads of it follows its work there. */
export function orderQuestions({ routes }: DocumentedRoutes, world: World, role: Role): Question[] {
  const place = ownPlace(world, role);
  return routes
    .filter(
      ({ method, permission, path }) => method === 'GET' && permission && isOfOrder(path) && reachOf(permission, role),
    )
    .flatMap((route) => {
      const { url } = requestOf(route, { ...place, world, role });
      const urls = url.endsWith('/order-form') ? [url, url.replace('order-form', 'certificate')] : [url];
      return urls.map((each) => ({ route: nameOf(route), url: each }));
    });
}

const isOfOrder = (path: DeclaredRoute['path']) =>
  path.startsWith('/api/v1/orders/:id') || path === '/api/v1/schools/:id';
