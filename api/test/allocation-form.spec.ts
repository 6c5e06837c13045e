import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const RULE = {
  baseCents: 42_000,
  perClassCents: 9_000,
  perPupilCents: 300,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  stepCents: 1_000,
};

const defaults = async (year: number, kind = 'installation') =>
  (await manager.get(`/api/v1/budgets/allocations/defaults?year=${year}&kind=${kind}`)).body;

describe('the rule the form opens with', () => {
  it('is the one that holds on the year’s first day, with its source and date', async () => {
    expect(await defaults(2027)).toMatchObject({
      baseCents: 40_000,
      fromDay: null,
      source: 'Règle proposée par Parc École',
    });
    const source = 'Délibération du 24 septembre';
    await house.build.insert('setting', {
      name: 'allocation.rule.installation',
      value: RULE,
      from_day: '2027-01-01',
      source,
    });
    expect(await defaults(2027)).toMatchObject({ ...RULE, fromDay: '2027-01-01', source });
    expect(await defaults(2026)).toMatchObject({ baseCents: 40_000, fromDay: null });
  });

  it('is each envelope’s own', async () => {
    expect(await defaults(2027, 'maintenance')).toMatchObject({ baseCents: 20_000, fromDay: null });
    const source = 'Délibération du 24 septembre, maintenance';
    const value = { ...RULE, baseCents: 12_300 };
    const name = 'allocation.rule.maintenance';
    await house.build.insert('setting', { name, value, from_day: '2027-01-01', source });
    expect(await defaults(2027, 'maintenance')).toMatchObject({ baseCents: 12_300, source });
    expect((await defaults(2027)).baseCents).not.toBe(12_300);
  });

  it('starts from the vote of the year before, and knows a year that is shared out already', async () => {
    expect(await defaults(2030)).toMatchObject({ alreadyOpened: false, lastVotedCents: null });
    await house.build.insert('allocation_run', {
      ...{ year: 2029, kind: 'installation', rule: { ...RULE, votedCents: 500_000 } },
      ...{ account_id: manager.accountId, applied_at: House.START },
    });
    expect(await defaults(2029)).toMatchObject({ alreadyOpened: true });
    expect(await defaults(2030)).toMatchObject({ alreadyOpened: false, lastVotedCents: 500_000 });
  });
});
