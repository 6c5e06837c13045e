import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { known, schoolWith } from './harness/figures.js';
import { Allocating, RULE } from './harness/allocating.js';
import { House } from './harness/house.js';
import type { Person, WriteOptions } from './harness/person.js';

let house: House;
let manager: Person;
let allocating: Allocating;
let schools: { id: string; uai: string }[];
let year = 2027;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

beforeEach(async () => {
  year++;
  allocating = await Allocating.in(house, manager, year);
  schools = allocating.schools;
});

const asked = (changes?: object) => allocating.asked(changes);
const preview = (changes?: object) => allocating.preview(changes);
const apply = (changes?: object, options?: WriteOptions) => allocating.apply(changes, options);

/** UAI → opened, in cents; the reserve under its name. */
async function opened(): Promise<Record<string, number>> {
  const rows = await house.sql<{ who: string; opened: number }>(
    `select coalesce(s.uai, 'réserve') as who, sum(l.opened_change)::int as opened
       from ledger_entry l join envelope e on e.id = l.envelope_id left join school s on s.id = e.school_id
      where e.year = $1 group by 1`,
    [year],
  );
  return Object.fromEntries(rows.map((row) => [row.who, row.opened]));
}

/** Envelopes, entries and runs of the year, and keys kept. */
async function traces(): Promise<number[]> {
  const [row] = await house.sql<{ traces: number[] }>(
    `select array[(select count(*) from envelope where year = $1),
       (select count(*) from ledger_entry l join envelope e on e.id = l.envelope_id where e.year = $1),
       (select count(*) from allocation_run where year = $1), (select count(*) from idempotency_key)]::int[] as traces`,
    [year],
  );
  return row!.traces;
}

describe('an allocation looked at', () => {
  it('shows every school with its figures, what the rule asks, what it gets and the gap to last year', async () => {
    await house.build.envelope(schools[0]!.id, 124_000, year - 1);
    const { body } = await preview();
    expect(body).toMatchObject({
      id: null,
      schools: 3,
      votedCents: 500_000,
      allottedCents: 500_000,
      remainderCents: 0,
    });
    expect(
      body.items.map((item: Record<string, unknown>) => [
        item.uai,
        item.classes,
        item.pupils,
        item.askedCents,
        item.lastYearCents,
      ]),
    ).toEqual([
      [schools[0]!.uai, 6, 134, 167_750, 124_000],
      [schools[1]!.uai, 2, 41, 70_300, null],
      [schools[2]!.uai, 5, 118, 120_400, null],
    ]);
    expect(body.items[0].gapCents).toBe(body.items[0].amountCents - 124_000);
    const amounts = body.items.map((item: { amountCents: number }) => item.amountCents);
    expect(amounts.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(500_000);
    expect(amounts.every((amount: number) => amount % 1_000 === 0)).toBe(true);
    const parts = Object.values(body.totals as Record<string, number>);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(500_000);
    expect(body.totals).toMatchObject({
      baseCents: 120_000,
      classesCents: 117_000,
      pupilsCents: 87_900,
      priorityCents: 33_550,
      byHandCents: 0,
    });
    expect(body.histogram.reduce((sum: number, bucket: { count: number }) => sum + bucket.count, 0)).toBe(3);
  });

  it('changes nothing', async () => {
    const before = await traces();
    await preview();
    expect(await traces()).toEqual(before);
  });

  it('takes the figures of the last known school year, and says which are missing', async () => {
    await known(house, schools[1]!.id, { school_year: year - 2, classes: 9, pupils: 300 });
    await known(house, schools[1]!.id, { school_year: year + 1, classes: 9, pupils: 300 });
    const blank = await schoolWith(house);
    const half = await schoolWith(house, {}, { school_year: year - 2, pupils: 80 });
    const { items } = (await preview()).body;
    const of = (id: string) => items.find((item: { schoolId: string }) => item.schoolId === id);
    expect(of(schools[1]!.id)).toMatchObject({ schoolYear: year - 1, classes: 2, pupils: 41, missing: [] });
    expect(of(blank.id)).toMatchObject({ schoolYear: null, missing: ['classes', 'pupils'], askedCents: 40_000 });
    expect(of(half.id)).toMatchObject({ schoolYear: year - 2, missing: ['classes'], askedCents: 40_000 + 24_000 });
  });

  it('leaves out closed schools and those without State contract', async () => {
    const closed = await schoolWith(house, { state: 'closed' });
    const without = await schoolWith(house, { sector: 'private', state_contract: 'none' });
    const ids = (await preview()).body.items.map((item: { schoolId: string }) => item.schoolId);
    expect(ids).toEqual(schools.map(({ id }) => id));
    for (const { id } of [closed, without]) {
      const refused = await preview({ fixed: [{ schoolId: id, amountCents: 1, reason: 'quand même' }] });
      expect(refused).toMatchObject({ status: 422, body: { code: 'allocation.school-unknown' } });
    }
  });

  it('takes what is fixed by hand and the reserve first, and states what the step leaves', async () => {
    const fixed = [{ schoolId: schools[1]!.id, amountCents: 76_000, reason: 'reliquat rendu' }];
    const { body } = await preview({ fixed, reserveCents: 7_550, rule: { ...RULE, votedCents: 500_999 } });
    expect(body.items[1]).toMatchObject({ amountCents: 76_000, fixed: true, reason: 'reliquat rendu' });
    expect(body).toMatchObject({ reserveCents: 7_550, totals: { byHandCents: 76_000 - 70_300 } });
    expect(body.allottedCents + body.reserveCents + body.remainderCents).toBe(500_999);
    expect(body.remainderCents).toBeLessThan(1_000);
  });

  it.each([
    ['more by hand than was voted', { fixed: 500_001 }, 422, 'allocation.fixed-above-vote'],
    ['more for the reserve than was voted', { reserveCents: 500_001 }, 422, 'allocation.fixed-above-vote'],
    [
      'a rule that gives nothing',
      { rule: { ...RULE, baseCents: 0, perClassCents: 0, perPupilCents: 0 } },
      422,
      'allocation.nothing-to-share',
    ],
    ['a school fixed twice', { fixed: [1, 2] }, 400, 'request.invalid'],
    ['a negative base', { rule: { ...RULE, baseCents: -1 } }, 400, 'request.invalid'],
    ['a vote that is not whole cents', { rule: { ...RULE, votedCents: 1.5 } }, 400, 'request.invalid'],
    ['a rule without weights', { rule: { ...RULE, priorityWeights: undefined } }, 400, 'request.invalid'],
  ])('refuses %s', async (_what, changes, status, code) => {
    const byHand = (amountCents: number) => ({ schoolId: schools[0]!.id, amountCents, reason: 'à la main' });
    const fixed = 'fixed' in changes ? { fixed: [changes.fixed].flat().map(byHand) } : {};
    expect(await preview({ ...changes, ...fixed })).toMatchObject({ status, body: { code } });
  });
});

describe('an allocation applied', () => {
  it('gives what was looked at, in one step', async () => {
    const looked = (await preview()).body;
    const applied = await manager.post('/api/v1/budgets/allocations', asked({ expected: looked.hash }));
    expect(applied).toMatchObject({ status: 200, body: { ...looked, id: expect.any(String) } });
    expect(await opened()).toEqual(
      Object.fromEntries(
        looked.items.map((item: { uai: string; amountCents: number }) => [item.uai, item.amountCents]),
      ),
    );
    const head = await house.person('school-head', { school_id: schools[0]!.id });
    const { lines } = (await head.get(`/api/v1/schools/${schools[0]!.id}/budgets/${year}/installation/entries`)).body;
    expect(lines).toMatchObject([
      { word: 'Allocation', about: 'budget primitif', amountCents: looked.items[0].amountCents },
    ]);
    expect((await manager.get(`/api/v1/budgets/allocations?year=${year}`)).body.items).toMatchObject([
      {
        id: applied.body.id,
        kind: 'installation',
        votedCents: 500_000,
        allottedCents: 500_000,
        reserveCents: 0,
        schools: 3,
        complement: false,
      },
    ]);
  });

  it('answers a repeated key as the first time, and gives nothing twice', async () => {
    const { hash } = (await preview()).body;
    const send = () =>
      manager.post('/api/v1/budgets/allocations', asked({ expected: hash }), { key: 'repartition-annuelle' });
    const [first, again] = [await send(), await send()];
    expect(again.text).toBe(first.text);
    expect((await traces())[2]).toBe(1);
  });

  it('wants to have been looked at', async () => {
    expect(await manager.post('/api/v1/budgets/allocations', asked())).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'expected' }] },
    });
  });

  it.each([
    [
      'a figure changed',
      () => house.arrange('update school_year_figures set pupils = pupils + 1 where school_id = $1', [schools[0]!.id]),
    ],
    ['a school closed', () => house.arrange(`update school set state = 'closed' where id = $1`, [schools[0]!.id])],
    ['a network changed', () => house.arrange(`update school set priority = 'REP+' where id = $1`, [schools[0]!.id])],
    ['a school opened', () => schoolWith(house)],
  ])('is refused when %s since it was looked at', async (_what, change) => {
    const { hash } = (await preview()).body;
    await change();
    const refused = await manager.post('/api/v1/budgets/allocations', asked({ expected: hash }));
    expect(refused).toMatchObject({ status: 412, body: { code: 'allocation.preview-stale' } });
    expect((await traces()).slice(0, 3)).toEqual([0, 0, 0]);
  });

  it('happens once a year and kind; a further vote is a complement that adds to it', async () => {
    const first = await apply({ reserveCents: 5_000 });
    expect(await preview()).toMatchObject({ status: 409, body: { code: 'budget.already-opened' } });
    expect((await apply({ kind: 'maintenance' })).status).toBe(200);

    const complement = { complement: true, rule: { ...RULE, votedCents: 30_000 }, reason: undefined };
    const added = await apply(complement);
    expect(added.body.allottedCents).toBe(30_000);
    const { uai } = schools[0]!;
    const sum = first.body.items[0].amountCents + added.body.items[0].amountCents;
    const [row] = await house.sql<{ opened: number; reason: string }>(
      `select l.opened_after::int as opened, l.reason from ledger_entry l join envelope e on e.id = l.envelope_id join school s on s.id = e.school_id
        where s.uai = $1 and e.kind = 'installation' order by l.sequence desc limit 1`,
      [uai],
    );
    expect(row).toEqual({ opened: sum, reason: 'complément' });
    const twice = await manager.post(
      '/api/v1/budgets/allocations',
      asked({ ...complement, expected: added.body.hash }),
    );
    expect(twice).toMatchObject({ status: 412, body: { code: 'allocation.preview-stale' } });
  });

  it('is one of two when two managers apply at the same instant', async () => {
    const other = await house.person('plan-manager');
    const { hash } = (await preview()).body;
    const answers = await Promise.all(
      [manager, other].map((who) => who.post('/api/v1/budgets/allocations', asked({ expected: hash }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(Object.values(await opened()).reduce((sum, amount) => sum + amount, 0)).toBe(500_000);
  });

  it('does not reach into a closed envelope', async () => {
    const envelopeId = await house.build.envelope(schools[0]!.id, 0, year);
    await house.arrange(`update envelope set closed_on = make_date(year, 12, 31) where id = $1`, [envelopeId]);
    expect(await preview()).toMatchObject({ status: 409, body: { code: 'budget.envelope-closed' } });
  });

  it('is the plan manager’s alone', async () => {
    const people = [
      await house.person('school-head', { school_id: schools[0]!.id }),
      await house.person('committee'),
      await house.person('technician'),
    ];
    for (const person of people) {
      expect((await person.post('/api/v1/budgets/allocations?preview=true', asked())).status).toBe(403);
      expect((await person.get('/api/v1/budgets/allocations')).status).toBe(403);
      expect((await person.get(`/api/v1/budgets/allocations/defaults?year=${year}&kind=installation`)).status).toBe(
        403,
      );
    }
    expect((await house.nobody().get('/api/v1/budgets/allocations')).status).toBe(401);
  });
});
