import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { smallPlan, submitted } from './harness/plan.js';

let house: House;
let manager: Person;
let year = 2026;
let from: { id: string; uai: string };
let to: { id: string; uai: string };

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

/** Two schools with 1 000,00 € each, the reserve with 500,00 €; a year of its own, for there is one reserve a year. */
beforeEach(async () => {
  year++;
  from = await house.build.school();
  to = await house.build.school();
  await house.build.envelope(from.id, 100_000, year);
  await house.build.envelope(to.id, 100_000, year);
  await house.build.envelope(null, 50_000, year);
});

const RESERVE = null;
const side = (schoolId: string | null, kind = 'installation') => ({ schoolId, kind });
const asked = (changes: object = {}) => ({
  year,
  from: side(from.id),
  to: side(to.id),
  amountCents: 20_000,
  reason: 'une classe ouverte',
  ...changes,
});
const transfer = (changes: object = {}, person = manager) => person.post('/api/v1/budgets/transfers', asked(changes));

async function available(schoolId: string | null, kind = 'installation'): Promise<number | null> {
  const [row] = await house.sql<{ available: number }>(
    `select l.available_after::int as available from ledger_entry l join envelope e on e.id = l.envelope_id
      where e.school_id is not distinct from $1 and e.year = $2 and e.kind = $3 order by l.sequence desc limit 1`,
    [schoolId, year, kind],
  );
  return row?.available ?? null;
}

describe('a transfer', () => {
  it.each([
    ['from a school to another', () => from.id, () => to.id, [80_000, 120_000]],
    ['from the reserve to a school', () => RESERVE, () => to.id, [30_000, 120_000]],
    ['from a school to the reserve', () => from.id, () => RESERVE, [80_000, 70_000]],
  ])('goes %s, and neither makes nor loses a cent', async (_way, giver, receiver, left) => {
    const done = await transfer({ from: side(giver()), to: side(receiver()) });
    expect(done).toMatchObject({ status: 201, body: { fromAvailableCents: left[0], toAvailableCents: left[1] } });
    expect([await available(giver()), await available(receiver())]).toEqual(left);
  });

  it('goes from one kind to the other of the same school, and opens the envelope it needs', async () => {
    expect(await transfer({ to: side(from.id, 'maintenance') })).toMatchObject({ status: 201 });
    expect(await available(from.id, 'maintenance')).toBe(20_000);
  });

  it('is refused when the money is not there, with what is missing', async () => {
    const refused = await transfer({ amountCents: 100_001 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'budget.not-enough', missingCents: 1 } });
    expect([await available(from.id), await available(to.id)]).toEqual([100_000, 100_000]);
  });

  it('does not take what an order holds', async () => {
    const plan = await smallPlan(house, 50_000);
    await submitted(plan);
    const refused = await transfer({ year: 2026, from: side(plan.school.id), amountCents: 2_001 });
    expect(refused).toMatchObject({ status: 422, body: { code: 'budget.not-enough', missingCents: 1 } });
  });

  it.each([
    ['to the same envelope', () => ({ to: side(from.id) }), 422, 'budget.same-envelope'],
    [
      'from an envelope that is not open',
      () => ({ from: side(from.id, 'maintenance') }),
      422,
      'budget.envelope-missing',
    ],
    ['of nothing', () => ({ amountCents: 0 }), 400, 'request.invalid'],
    ['of less than nothing', () => ({ amountCents: -5 }), 400, 'request.invalid'],
    ['without a reason', () => ({ reason: ' ' }), 400, 'request.invalid'],
    ['to a school that is not there', () => ({ to: side(randomUUID()) }), 404, 'object.not-found'],
    ['from nobody knows where', () => ({ from: undefined }), 400, 'request.invalid'],
  ])('is refused %s', async (_what, changes, status, code) => {
    expect(await transfer(changes())).toMatchObject({ status, body: { code } });
  });

  it('is refused to a school without State contract, which is not in the plan', async () => {
    const without = await house.build.school({ sector: 'private', state_contract: 'none' });
    expect(await transfer({ to: side(without.id) })).toMatchObject({
      status: 422,
      body: { code: 'budget.envelope-missing' },
    });
  });

  it('takes back what a closed school still has, and gives it nothing new', async () => {
    await house.arrange(`update school set state = 'closed' where id = $1`, [from.id]);
    expect(await transfer({ to: side(RESERVE) })).toMatchObject({ status: 201 });
    expect(await transfer({ from: side(RESERVE), to: side(from.id, 'maintenance') })).toMatchObject({ status: 422 });
  });

  it('is refused on a closed year', async () => {
    await house.arrange('update envelope set closed_on = make_date(year, 12, 31) where school_id = $1 and year = $2', [
      to.id,
      year,
    ]);
    expect(await transfer()).toMatchObject({ status: 409, body: { code: 'budget.envelope-closed' } });
    expect(await available(from.id)).toBe(100_000);
  });

  it('is the plan manager’s alone', async () => {
    const people = [
      await house.person('school-head', { school_id: from.id }),
      await house.person('committee'),
      await house.person('commune-officer', { commune_id: await house.build.commune() }),
      await house.person('administrator'),
    ];
    for (const person of people) {
      expect((await transfer({}, person)).status).toBe(403);
      expect((await person.get('/api/v1/budgets/transfers')).status).toBe(403);
    }
  });
});

describe('many transfers at once', () => {
  it('between the same two schools, both ways, neither wait for each other for ever nor lose a cent', async () => {
    const back = { from: side(to.id), to: side(from.id) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        transfer(i % 2 === 0 ? { amountCents: 1_000 } : { ...back, amountCents: 700 }),
      ),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect([await available(from.id), await available(to.id)]).toEqual([97_000, 103_000]);
  });

  it('are as many as the reserve can pay for', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => transfer({ from: side(RESERVE), amountCents: 10_000 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'budget.not-enough')).toHaveLength(3);
    expect(await available(RESERVE)).toBe(0);
  });
});

describe('the list of transfers', () => {
  it('says who gave what to whom, why, and who decided, newest first', async () => {
    await transfer();
    await transfer({ from: side(RESERVE), amountCents: 1_000, reason: 'un vol' });
    const { body } = await manager.get(`/api/v1/budgets/transfers?year=${year}`);
    expect(body).toMatchObject({
      total: 2,
      items: [
        { amountCents: 1_000, from: { schoolId: null, schoolName: null }, to: { schoolId: to.id }, reason: 'un vol' },
        {
          amountCents: 20_000,
          from: { schoolId: from.id, kind: 'installation' },
          to: { schoolId: to.id },
          byName: manager.session!.account.name,
        },
      ],
    });
    expect((await manager.get(`/api/v1/budgets/transfers?schoolId=${from.id}`)).body.total).toBe(1);
    expect((await manager.get(`/api/v1/budgets/transfers?year=${year}&kind=maintenance`)).body.total).toBe(0);
    expect((await manager.get(`/api/v1/budgets/transfers?year=${year}&size=1&page=2`)).body.items).toMatchObject([
      { amountCents: 20_000 },
    ]);
  });
});
