import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { confirmed, draft, installed, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
});
afterAll(() => house.close());

describe('the first screen', () => {
  it('of a school says what is left, what waits and what goes on', async () => {
    const waiting = await installed(plan);
    const goesOn = await submitted(plan);
    const { id: drafted } = await draft(plan);
    const { body } = await plan.head.get('/api/v1/home/school');
    expect(body).toMatchObject({
      budget: { openedCents: 1_000_000, committedCents: 48_000, reservedCents: 48_000, availableCents: 904_000 },
      cutOff: '2026-11-15',
      gate: { open: true },
      waiting: [{ id: waiting, dueOn: '2026-10-16' }],
      underWay: [{ id: goesOn, amountCents: 48_000 }],
      drafts: [{ id: drafted }],
    });
  });

  it('of the manager counts what waits, with its amount', async () => {
    await confirmed(plan);
    const { body } = await plan.manager.get('/api/v1/home/desk');
    expect(body).toMatchObject({
      toApprove: { count: 1, amountCents: 48_000 },
      toCertify: { count: 1, amountCents: 48_000 },
      late: { count: 0 },
    });
  });

  it('of a commune counts its public schools and nothing of a private one', async () => {
    const privateSchool = await house.build.school({
      commune_id: plan.school.communeId,
      sector: 'private',
      state_contract: 'association',
    });
    await house.build.envelope(privateSchool.id, 777_700);
    const officer = await house.person('commune-officer', { commune_id: plan.school.communeId });
    const committee = await house.person('committee');
    const ofCommune = (await officer.get('/api/v1/steering/overview')).body;
    expect(ofCommune).toMatchObject({ schools: 1, budgets: [{ sector: 'public', openedCents: 1_000_000 }] });
    const ofAll = (await committee.get('/api/v1/steering/overview')).body;
    expect(
      ofAll.budgets.map((budget: { sector: string; openedCents: number }) => [budget.sector, budget.openedCents]),
    ).toEqual([
      ['private', 777_700],
      ['public', 1_000_000],
    ]);
  });

  it('of a private body counts its own private schools, and of conventions its own', async () => {
    const { build } = house;
    const bodyId = await build.insert('managing_body', { name: 'OGEC Saint-Régis', kind: 'ogec' });
    const ofBody = { sector: 'private', state_contract: 'simple', commune_id: plan.school.communeId };
    const own = await build.school({ ...ofBody, managing_body_id: bodyId });
    await build.envelope(own.id, 55_500);
    await build.envelope((await build.school(ofBody)).id, 66_600);
    await build.convention(own, { kind: 'private-body', commune_id: null, managing_body_id: bodyId });
    const officer = await house.person('private-body-officer', { managing_body_id: bodyId });
    expect((await officer.get('/api/v1/steering/overview')).body).toMatchObject({
      schools: 1,
      budgets: [{ sector: 'private', openedCents: 55_500, schools: 1 }],
      conventions: [{ kind: 'private-body', count: 1 }],
      orders: [],
      blockedSchools: 0,
    });
  });

  it('counts as blocked whom the gate blocks: a term that has ended covers nobody, a school that is never eligible waits for nothing', async () => {
    const { build } = house;
    const bodyId = await build.insert('managing_body', { name: 'OGEC Sainte-Anne', kind: 'ogec' });
    const ofBody = { sector: 'private', managing_body_id: bodyId, commune_id: plan.school.communeId };
    const late = [
      await build.school({ ...ofBody, state_contract: 'simple' }),
      await build.school({ ...ofBody, state_contract: 'simple' }),
    ];
    await build.school({ ...ofBody, state_contract: 'none' });
    const party = { kind: 'private-body', commune_id: null, managing_body_id: bodyId };
    for (const school of late) await build.convention(school, { ...party, to_day: '2026-09-30' });
    const officer = await house.person('private-body-officer', { managing_body_id: bodyId });
    const { body } = await officer.get('/api/v1/steering/overview');
    expect(body).toMatchObject({ schools: 3, blockedSchools: 2 });
  });
});
