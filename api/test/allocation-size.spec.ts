import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AllocationQueries } from '../src/budgets/allocation.queries.js';
import { RULE } from './harness/allocating.js';
import { House } from './harness/house.js';
import { afterwards } from './harness/meanwhile.js';
import type { Person } from './harness/person.js';

/** A whole plan is shared out: 263 schools and 14 teaching units. */

const SCHOOLS = 277;
const SECOND = 1_000;

let house: House;
let manager: Person;
let schoolIds: string[];

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  schoolIds = [];
  for (let i = 0; i < SCHOOLS; i++) schoolIds.push((await house.build.school()).id);
  await house.arrange(
    `insert into school_year_figures (school_id, school_year, classes, pupils)
     select id, 2025, 3, 60 from school`,
  );
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => house.close());

const asked = (year: number, changes: object = {}) => ({
  ...{ year, kind: 'installation', fixed: [], reserveCents: 5_000, reason: 'budget primitif' },
  rule: { ...RULE, votedCents: 200_000_000 },
  ...changes,
});
const preview = (year: number, changes: object = {}) =>
  manager.post('/api/v1/budgets/allocations?preview=true', asked(year, changes));
async function apply(year: number, changes: object = {}) {
  const { hash: expected } = (await preview(year, changes)).body;
  house.statements.take();
  const begun = performance.now();
  const answer = await manager.post('/api/v1/budgets/allocations', asked(year, { expected, ...changes }));
  return { answer, milliseconds: performance.now() - begun, statements: house.statements.take() };
}

describe('an allocation to the whole plan', () => {
  it('is made by sets, in under a second: as many statements for all schools as for three', async () => {
    const whole = await apply(2026);
    expect(whole.answer.status).toBe(200);
    expect(whole.milliseconds).toBeLessThan(SECOND);
    const [books] = await house.sql<{ entries: number; envelopes: number; opened: number }>(
      `select count(*)::int as entries, count(distinct envelope_id)::int as envelopes, sum(opened_change)::int as opened
         from ledger_entry where allocation_run_id = $1`,
      [whole.answer.body.id],
    );
    const { allottedCents } = whole.answer.body;
    expect(books).toEqual({ entries: SCHOOLS + 1, envelopes: SCHOOLS + 1, opened: allottedCents + 5_000 });

    const complement = await apply(2026, { complement: true });
    expect(complement.milliseconds).toBeLessThan(SECOND);
    const [chained] = await house.sql<{ count: number }>(
      `select count(*)::int from ledger_entry where allocation_run_id = $1 and sequence = 2 and opened_before > 0`,
      [complement.answer.body.id],
    );
    expect(chained!.count).toBe(SCHOOLS + 1);

    await house.arrange(`update school set state = 'closed' where id <> all($1)`, [schoolIds.slice(0, 3)]);
    const few = await apply(2027);
    await house.arrange(`update school set state = 'open'`);
    expect(whole.statements).toHaveLength(few.statements.length);
  });

  it('is looked at without keeping anybody waiting, and leaves no envelope', async () => {
    const [from, to] = await Promise.all(schoolIds.slice(0, 2).map((id) => house.build.envelope(id, 10_000, 2028)));
    const side = (schoolId: string) => ({ schoolId, kind: 'installation' });
    const body = { from: side(schoolIds[0]!), to: side(schoolIds[1]!), amountCents: 100, reason: 'une classe' };
    let transferred = 0;
    // With what a run has read and judged before its last answer, had it locks: a transfer would wait for it.
    afterwards(house.application.get(AllocationQueries, { strict: false }), 'closedEnvelopes', async () => {
      transferred = (await manager.post('/api/v1/budgets/transfers', { ...body, year: 2028 })).status;
    });
    expect((await preview(2028)).status).toBe(200);
    expect(transferred).toBe(201);
    const left = await house.sql<{ id: string }>('select id from envelope where year = 2028 order by id');
    expect(left.map(({ id }) => id)).toEqual([from, to].sort());
  });

  it('does what was looked at, or says that something changed: a run applied meanwhile is read under the lock', async () => {
    const other = await house.person('plan-manager');
    const { hash: expected } = (await preview(2029)).body;
    const first = manager.post('/api/v1/budgets/allocations', asked(2029, { expected }));
    const second = other.post('/api/v1/budgets/allocations', asked(2029, { expected }));
    expect([(await first).status, (await second).status].sort()).toEqual([200, 409]);
    const complement = asked(2029, { complement: true });
    const looked = (await manager.post('/api/v1/budgets/allocations?preview=true', complement)).body.hash;
    const both = await Promise.all(
      [manager, other].map((who) => who.post('/api/v1/budgets/allocations', { ...complement, expected: looked })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
