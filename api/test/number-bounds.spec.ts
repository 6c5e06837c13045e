import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_CENTS } from '@parc/domain';
import { readChecks, type Check } from './harness/checks.js';
import { House } from './harness/house.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';
import { documentedRoutes } from './matrix/routes.js';

/** No amount and no quantity is so large that a sum of them leaves the numbers that are counted exactly (2^53 − 1). */
const { routes, documented, schemas } = await documentedRoutes();
let house: House;
let plan: SmallPlan;
let checks: Check[];

beforeAll(async () => {
  house = await House.open();
  checks = await readChecks(house);
  plan = await smallPlan(house, 1_000_000);
});
afterAll(() => house.close());

/** Whole numbers that are neither amounts nor quantities that a person or a file brings. */
const MADE_HERE: Readonly<Record<string, string>> = {
  version: 'counts writes',
  id: 'counts rows',
  sequence: 'counts entries',
  previous_sequence: 'counts entries',
  position: 'counts lines',
  last_purchase_order: 'counts numbers given',
  last: 'counts labels given',
  failures: 'counts failures',
  tries: 'counts tries',
  count: 'counts mails that were refused',
  status: 'an HTTP status',
  year: 'a year of an envelope that is there',
  session_version: 'counts writes',
  metropole_minutes: 'counted from a history',
  class_minutes: 'counted from a history',
  size_bytes: 'of a picture made here',
  width: 'of a picture made here',
  height: 'of a picture made here',
  from_byte: 'of a photo of bounded size',
  seq: 'counts the acts of one phone',
  settled_to: 'counts the acts of one phone',
  line: 'of a file of bounded size',
  seats_used: 'counts seats of installations that are there',
  byte_count: 'of a file of bounded size',
  starts: 'a half-day, counted from a date',
  ends: 'a half-day, counted from a date',
  held_until: 'a half-day, counted from a date',
  month: 'of a calendar, by a check that refuses the usual value as well',
  day_of_month: 'of a calendar, by a check that refuses the usual value as well',
  useful: 'of one to four, by a check that refuses the usual value as well',
  level: 'of one to four, by a check that refuses the usual value as well',
  num: 'worked out of what is there',
  den: 'worked out of what is there',
  value: 'worked out of what is there',
  high: 'worked out of what is there',
  known: 'counts objects that are there',
  population: 'counts objects that are there',
  fabrication_grams: 'a published factor, written by a migration',
  distribution_grams: 'a published factor, written by a migration',
  end_grams: 'a published factor, written by a migration',
  number: 'a sequence gives it',
  checking_half_days: 'at most twenty, by a check that refuses the usual value as well',
};

/** Largest value a column may let in: a million rows of it still add up exactly, or ten thousand of what runs up. */
const MOST_OF_COLUMN = 100 * MOST_CENTS;

describe('every column of amounts or quantities', () => {
  it('has an end, by a check of its table', async () => {
    const columns = await house.sql<{ table: string; column: string; type: string }>(
      `select c.oid::regclass::text as table, a.attname as column, format_type(a.atttypid, null) as type
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) order by 1, 2`,
    );
    const open: string[] = [];
    for (const { table, column, type } of columns) {
      // A small one ends by its type.
      if (type === 'smallint') continue;
      if (column in MADE_HERE || column.endsWith('_count') || column.startsWith('progress_')) continue;
      const beyond = type === 'bigint' ? MOST_OF_COLUMN + 1 : type === 'numeric' ? 1_001 : 100_001;
      if (await letsAnyCheckIn(table, column, beyond)) open.push(`${table}.${column} lets ${beyond} in`);
    }
    expect(open).toEqual([]);
    expect(columns.filter(({ column }) => column.endsWith('_cents')).length).toBeGreaterThan(10);
  });

  /** A check that refuses a usual value as well refuses something else of a row that holds nothing besides. */
  async function letsAnyCheckIn(table: string, column: string, value: number): Promise<boolean> {
    for (const { definition } of checks.filter((check) => check.table === table)) {
      const judged = await judgedBy<{ lets: boolean | null }>(
        `select ${definition.replace(/^CHECK/, '').replace(/NOT VALID$/, '')} as lets
           from unnest($1::jsonb[]) with ordinality given(cells, nth), jsonb_populate_record(null::${table}, cells) order by nth`,
        [[value, column.endsWith('year') ? 2020 : 100].map((one) => JSON.stringify({ [column]: one }))],
      );
      // Its type alone refuses it.
      if (judged === null) return false;
      if (judged[0]!.lets === false && judged[1]!.lets !== false) return false;
    }
    return true;
  }

  /** Null where the column's type has no place for the number. */
  async function judgedBy<Row extends object>(text: string, values: unknown[]): Promise<Row[] | null> {
    return house.sql<Row>(text, values).catch((error: { code?: string }) => {
      if (error.code === '22003') return null;
      throw error;
    });
  }
});

describe('every number that a person may send', () => {
  type Schema = Record<string, unknown>;

  function* numbersOf(schema: Schema, path: string): Generator<{ path: string; schema: Schema }> {
    const reference = schema['$ref'] as string | undefined;
    if (reference) return yield* numbersOf(schemas[reference.split('/').pop()!]!, path);
    const types = [schema['type']].flat();
    if (types.includes('integer') || types.includes('number')) yield { path, schema };
    for (const choice of ['anyOf', 'allOf', 'oneOf'])
      for (const one of (schema[choice] ?? []) as Schema[]) yield* numbersOf(one, path);
    if (schema['items']) yield* numbersOf(schema['items'] as Schema, `${path}.0`);
    for (const [name, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>))
      yield* numbersOf(field, `${path}.${name}`);
  }

  const sent = routes.flatMap((route) => {
    const { parameters = [], requestBody } = documented(route)!;
    const name = `${route.method} ${route.path}`;
    return [
      ...parameters.flatMap((one) => [...numbersOf(one.schema, `${name} ${one.name}`)]),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => [...numbersOf(schema, name)]),
    ];
  });

  it('has both its ends', () => {
    const open = sent.filter(
      ({ schema }) => !(Number(schema['minimum']) >= 0 && Number(schema['maximum']) <= MOST_CENTS),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(sent.length).toBeGreaterThan(30);
  });
});

describe('an amount beyond all measure', () => {
  it('is refused beside its field', async () => {
    const contract = await house.build.contract();
    const [{ contract_id: contractId } = {}] = await house.sql(
      'select contract_id from contract_period where id = $1',
      [contract.periodId],
    );
    const period = { fromDay: '2099-01-01', toDay: '2099-12-31', alertBasisPoints: 8000 };
    const answer = await plan.manager.post(
      `/api/v1/contracts/${String(contractId)}/periods`,
      { ...period, maximumNetCents: 2 ** 53 - 1 },
      { version: 1 },
    );
    expect([answer.status, answer.body.fields[0].name]).toEqual([400, 'maximumNetCents']);
  });

  it('made of many lines is refused in words', async () => {
    const itemId = await house.build.item();
    await house.arrange('update item_price set unit_net_cents = 10000000 where item_id = $1', [itemId]);
    const answer = await plan.head.post('/api/v1/orders', {
      lines: [0, 1].map(() => ({ itemId, quantity: 999, roomId: plan.roomId })),
      wishes: [],
      contact: '',
      note: '',
      prerequisites: [],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'order.amount-too-large']);
  });
});
