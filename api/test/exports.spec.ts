import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvStream, csvText } from '../src/platform/http/csv.js';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

const COLUMNS = { name: 'Nom', kept: 'Gardé' };
const ROWS = [
  { name: '=HYPERLINK("x")', kept: true },
  { name: 'Salle ; « bleue »\nà gauche', kept: false },
  { name: '"guillemets"', kept: true },
];

async function read(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of stream) parts.push(part.toString());
  return parts.join('');
}

async function* each<T>(batches: readonly T[]): AsyncGenerator<T> {
  yield* batches;
}

describe('an export in parts', () => {
  it('is the same file, to the byte, as one made whole', async () => {
    const whole = csvText(ROWS, COLUMNS);
    expect(await read(csvStream(each([ROWS.slice(0, 2), [], ROWS.slice(2)]), COLUMNS))).toBe(whole);
    expect(whole).toContain(`'=HYPERLINK`);
    expect(await read(csvStream(each<typeof ROWS>([]), COLUMNS))).toBe(csvText([], COLUMNS));
    expect(csvText([], COLUMNS)).toBe('\ufeffNom;Gardé\r\n');
  });

  it('is made no faster than it is taken', async () => {
    let made = 0;
    async function* batches() {
      for (; made < 1_000; made++) yield [{ name: 'x'.repeat(10_000), kept: true }];
    }
    const stream = csvStream(batches(), COLUMNS);
    const taken = stream[Symbol.asyncIterator]();
    await taken.next();
    await taken.next();
    expect(made).toBeLessThan(20);
    stream.destroy();
  });
});

describe('the export of a long list of orders', () => {
  const COUNT = 2_345;
  let house: House;
  let plan: SmallPlan;
  beforeAll(async () => {
    house = await House.open();
    plan = await smallPlan(house);
    await house.arrange(
      `insert into installation_order (basket_id, school_id, school_uai, number, state, title, created_by, created_at, submitted_by, submitted_at, state_since, asked_cents, performer)
       select uuidv7(), $1, $2, 'C-2025-' || lpad(n::text, 5, '0'), 'rejected', case when n = 7 then '=1+1' else 'Commande ' || n end, $3, at, $3, at, at, n * 100, 'metropole'
         from generate_series(1, $4::int) n, lateral (select timestamptz '2025-02-03 10:00Z' + (n % 700) * interval '1 minute' as at)`,
      [plan.school.id, plan.school.uai, plan.head.accountId, COUNT],
    );
  });
  afterAll(() => house.close());

  it('holds every row once, in the list’s order, and reads a batch at a time', async () => {
    house.statements.take();
    const { text, headers } = await plan.manager.get('/api/v1/orders/export.csv?sort=amount&direction=asc');
    const statements = house.statements.take();
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffNuméro;Objet;École/);
    const numbers = lines.slice(1).map((line) => line.split(';')[0]);
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, n) => `C-2025-${String(n + 1).padStart(5, '0')}`));
    expect(lines[7]).toContain(`;'=1+1;`);
    expect(lines[1]).toContain(';1,00');
    expect(statements.filter((statement) => statement.includes('any(')).length).toBe(
      Math.ceil(COUNT / LIMITS.exportBatchRows),
    );
  });

  it('keeps to the filters and the reader’s scope', async () => {
    const of = async (query: string) =>
      (await plan.manager.get(`/api/v1/orders/export.csv?${query}`)).text.trimEnd().split('\r\n').length - 1;
    expect(await of('search=Commande%2012')).toBe(
      Array.from({ length: COUNT }, (_, n) => `Commande ${n + 1}`).filter((title) => title.includes('Commande 12'))
        .length,
    );
    const elsewhere = await smallPlan(house);
    expect((await elsewhere.head.get('/api/v1/orders/export.csv')).text).not.toContain('C-2025-');
  });
});
