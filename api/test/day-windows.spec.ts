import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reachOf, ROLES } from '@parc/domain';
import { House } from './harness/house.js';
import { approved, draft, smallPlan, type SmallPlan } from './harness/plan.js';
import { requestOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, ownPlace, type World } from './matrix/world.js';

/** Every day that a person sends is one they can mean. */
const { routes, documented, schemas } = await documentedRoutes();
let house: House;
let world: World;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  world = await buildWorld(house);
  plan = await smallPlan(house, 1_000_000);
}, 120_000);
afterAll(() => house.close());

type Schema = Record<string, unknown>;

/** Bodies that hold one day and nothing else, each with the path of the day. */
function* daysOf(schema: Schema): Generator<{ path: string; holding(day: string): unknown }> {
  const reference = schema['$ref'] as string | undefined;
  if (reference) return yield* daysOf(schemas[reference.split('/').pop()!]!);
  if (schema['format'] === 'date') yield { path: '', holding: (day) => day };
  if (schema['format'] === 'date-time') yield { path: '', holding: (day) => `${day}T08:00:00Z` };
  for (const choice of ['anyOf', 'allOf']) for (const one of (schema[choice] ?? []) as Schema[]) yield* daysOf(one);
  const within = (name: string, inner: Schema, hold: (value: unknown) => unknown) =>
    [...daysOf(inner)].map(({ path, holding }) => ({
      path: path ? `${name}.${path}` : name,
      holding: (day: string) => hold(holding(day)),
    }));
  if (schema['items']) yield* within('0', schema['items'] as Schema, (value) => [value]);
  for (const [name, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>))
    yield* within(name, field, (value) => ({ [name]: value }));
}

const fields = routes.flatMap((route) => {
  const { schema } = documented(route)!.requestBody?.content['application/json'] ?? {};
  return schema ? [...daysOf(schema)].map((day) => ({ route, ...day, name: `${route.method} ${route.path}` })) : [];
});

describe('a day of another century is refused beside its field by', () => {
  it.each(fields.map((field) => [`${field.name} ${field.path}`, field] as const))(
    '%s',
    async (_, { route, path, holding }) => {
      const role = ROLES.find((one) => !route.permission || reachOf(route.permission, one))!;
      const { method, url, headers } = requestOf(route, { ...ownPlace(world, role), world, role });
      const refused = async (day: string) => {
        const answer = await world.people[role].send(method as 'POST', url, holding(day) as object, {
          ...headers,
          'if-match': '"1"',
        });
        return (answer.body?.fields ?? []).some(({ name }: { name: string }) => name === path);
      };
      expect([await refused('1900-01-01'), await refused('1999-12-31'), await refused('2100-01-01')]).toEqual([
        true,
        true,
        true,
      ]);
      if (!path.startsWith('wishes')) expect(await refused('2026-10-06')).toBe(false);
    },
  );

  it('are many', () => expect(fields.length).toBeGreaterThan(20));
});

describe('a wish', () => {
  const wished = async (wish: object) => {
    const lines = [{ itemId: plan.itemId, quantity: 1, roomId: plan.roomId }];
    const body = { lines, wishes: [wish], contact: '', note: '', prerequisites: [] };
    const created = await plan.head.post('/api/v1/orders', body);
    const { id, version } = await draft(plan);
    const written = await plan.head.put(`/api/v1/orders/${id}`, body, { version });
    expect(written.status === 200 || written.status).toEqual(created.status === 201 || created.status);
    return created.status === 201 ? 'kept' : created.body.fields[0].name;
  };
  const time = { from: '16:45', to: '17:45' };

  it.each([
    [{ day: '2026-12-08', ...time }, 'kept'],
    [{ day: '2026-09-08', ...time }, 'kept'],
    [{ day: '2028-10-06', ...time }, 'kept'],
    [{ day: '2028-10-08', ...time }, 'wishes.0.day'],
    [{ day: '2099-12-08', ...time }, 'wishes.0.day'],
    [{ day: '2025-10-04', ...time }, 'wishes.0.day'],
    [{ day: '2000-12-08', ...time }, 'wishes.0.day'],
    [{ day: '2026-12-08', from: '17:45', to: '16:45' }, 'wishes.0.to'],
    [{ day: '2026-12-08', from: '16:45', to: '16:45' }, 'wishes.0.to'],
  ])('%j is %s', async (wish, outcome) => expect(await wished(wish)).toBe(outcome));
});

describe('an appointment', () => {
  it('is for a day on which somebody may come', async () => {
    const id = await approved(plan);
    for (const day of ['2099-12-08', '2029-01-08', '2001-12-08']) {
      const answer = await plan.manager.act(id, 'schedule', {
        assignedAccountId: plan.technician.accountId,
        day,
        from: '16:45',
        to: '17:45',
      });
      expect([day, answer.body.fields?.[0].name]).toEqual([day, 'day']);
    }
  });
});
