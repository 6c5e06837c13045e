import { reachOf, ROLES, type Role } from '@parc/domain';
import fc from 'fast-check';
import type { DeclaredRoute } from '../../src/platform/http/declared-permissions.js';
import type { DocumentedRoutes, Operation } from './routes.js';

type Schema = Record<string, unknown>;

export interface Thrown {
  route: DeclaredRoute;
  /** Null for nobody. */
  role: Role | null;
  path: string;
  query: Record<string, unknown>;
  headers: Record<string, string>;
  body: unknown;
}

/** Texts that have broken programs before. */
export const HARD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a'.repeat(5_000),
  '../../x',
  '%',
  '\\',
  "'",
  '"',
  '\ud800',
  '😀',
  '\u202e',
  '1e309',
  'null',
  '[object Object]',
  '__proto__',
  '=1',
];
const HARD_NUMBERS = [0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, NaN];
const HARD_DAYS = ['2026-02-30', '0000-00-00', '2026-13-01', '9999-12-31', '2026-12-08T00:00:00Z', '1900-02-29'];

/**
 * Requests for any route: each part as the OpenAPI document asks for it, nearly so, or nothing like it.
 * @param knownIds ids of objects that exist, so that more than refusals is reached
 */
export function requests({ routes, documented, schemas }: DocumentedRoutes, knownIds: string[]): fc.Arbitrary<Thrown> {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(...HARD_TEXTS, ...HARD_NUMBERS, ...HARD_DAYS, null, true, [], {}, [[]], [null]),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...knownIds) }, { weight: 1, arbitrary: fc.uuid() });

  const near = (schema: Schema, depth = 0): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 30, arbitrary: asked(schema, depth) }, { weight: 1, arbitrary: junk });

  function asked(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const choices = (schema['anyOf'] ?? schema['allOf']) as Schema[] | undefined;
    if (choices) return fc.oneof(...choices.map((one) => asked(one, depth)));
    const reference = schema['$ref'] as string | undefined;
    if (reference) return asked(schemas[reference.split('/').pop()!]!, depth);
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
    const type = [schema['type']].flat()[0];
    if (type === 'object') return objectOf(schema, depth);
    if (type === 'array') return fc.array(near((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') return numberOf(schema);
    return textOf(schema);
  }

  function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    if (depth > 5) return fc.constant({});
    const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
    const required = new Set((schema['required'] ?? []) as string[]);
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, near(field, depth + 1)])), {
      requiredKeys: fields.map(([name]) => name).filter((name) => required.has(name)),
    });
  }

  function textOf({ format, maxLength }: Schema): fc.Arbitrary<unknown> {
    if (format === 'uuid') return id;
    if (format === 'date')
      return fc.oneof(fc.constantFrom('2026-10-06', '2026-12-08', '2027-03-01'), fc.constantFrom(...HARD_DAYS));
    if (format === 'email') return fc.emailAddress();
    const most = Math.min(Number(maxLength ?? 50), 200);
    return fc.oneof(
      fc.string({ maxLength: most, unit: 'binary' }),
      fc.string({ maxLength: most }),
      fc.constantFrom(...HARD_TEXTS),
    );
  }

  const request = (route: DeclaredRoute): fc.Arbitrary<Thrown> => {
    const { parameters = [], requestBody } = documented(route) as Operation;
    const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
    const record = (place: string) =>
      fc.record(Object.fromEntries(of(place).map(({ name, schema }) => [name, near(schema)])), {
        requiredKeys: of(place).flatMap(({ name, required }) => (required ? [name] : [])),
      });
    const schema = requestBody?.content['application/json']?.schema;
    return fc
      .record({
        path: record('path'),
        query: record('query'),
        version: fc.constantFrom('"1"', '"2"', '"3"', '*', 'W/"1"', '', '"99999999999"'),
        key: fc.oneof(
          { weight: 9, arbitrary: fc.uuid() },
          { weight: 1, arbitrary: fc.constantFrom('', 'x', 'é'.repeat(9), ' '.repeat(300)) },
        ),
        body: schema ? near(schema) : fc.constant(undefined),
        role: whoAsks(route),
      })
      .map(({ path, query, version, key, body, role }) => ({
        route,
        role,
        path: route.path.replace(/:(\w+)/g, (_, name: string) => encode((path as Record<string, unknown>)[name])),
        query: query as Record<string, unknown>,
        headers: { 'if-match': version, 'idempotency-key': key },
        body,
      }));
  };
  return fc.oneof(...routes.map(request));
}

/** Mostly somebody who may: past the door there is more to break. */
function whoAsks({ permission }: DeclaredRoute): fc.Arbitrary<Role | null> {
  const permitted = ROLES.filter((role) => permission && reachOf(permission, role));
  const anybody = fc.constantFrom(null, ...ROLES);
  if (permitted.length === 0) return anybody;
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...permitted) }, { weight: 1, arbitrary: anybody });
}

function numberOf({ minimum, maximum }: Schema): fc.Arbitrary<unknown> {
  const [min, max] = [Number(minimum ?? -1_000), Math.min(Number(maximum ?? 1e9), Number.MAX_SAFE_INTEGER)];
  return fc.oneof(
    fc.integer({ min: Math.max(min, -1e9), max: Math.min(max, 1e9) }),
    fc.constantFrom(min, max, min - 1, max + 1),
  );
}

/** What a URL can carry: half a character becomes the mark for one. */
export function encode(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(Buffer.from(text).toString()) || '%20';
}
