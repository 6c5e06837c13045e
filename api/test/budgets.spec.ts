import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

describe('who reads which budget', () => {
  let plan: SmallPlan;
  let other: SmallPlan;
  let privateSchool: { id: string; communeId: string };
  let people: Record<string, Person>;

  beforeAll(async () => {
    plan = await smallPlan(house);
    other = await smallPlan(house);
    const body = await house.build.insert('managing_body', { name: `OGEC ${plan.school.uai}`, kind: 'ogec' });
    const otherBody = await house.build.insert('managing_body', { name: `OGEC ${other.school.uai}`, kind: 'ogec' });
    const sector = { sector: 'private', state_contract: 'association', commune_id: plan.school.communeId };
    privateSchool = await house.build.school({ ...sector, managing_body_id: body });
    await house.build.envelope(privateSchool.id, 70_000);
    people = {
      teacher: plan.teacher,
      head: plan.head,
      technician: plan.technician,
      manager: plan.manager,
      committee: await house.person('committee'),
      commune: await house.person('commune-officer', { commune_id: plan.school.communeId }),
      otherCommune: await house.person('commune-officer', { commune_id: other.school.communeId }),
      body: await house.person('private-body-officer', { managing_body_id: body }),
      otherBody: await house.person('private-body-officer', { managing_body_id: otherBody }),
      administrator: await house.person('administrator'),
      nobody: house.nobody(),
    };
  });

  const bars = (schoolId: string) => `/api/v1/schools/${schoolId}/budgets`;
  const entries = (schoolId: string) => `${bars(schoolId)}/2026/installation/entries`;
  const csv = (schoolId: string) => `${entries(schoolId)}.csv`;

  it.each([
    // Reader, own public school: bar, statement, export; another school: bar, statement; a private school of the commune: bar, statement.
    ['teacher', [200, 403, 403], [404, 403], [404, 403]],
    ['head', [200, 200, 200], [404, 404], [404, 404]],
    ['technician', [200, 403, 403], [200, 403], [200, 403]],
    ['manager', [200, 200, 200], [200, 200], [200, 200]],
    ['committee', [200, 403, 403], [200, 403], [200, 403]],
    ['commune', [200, 200, 200], [404, 404], [404, 404]],
    ['otherCommune', [404, 404, 404], [200, 200], [404, 404]],
    ['body', [404, 404, 404], [404, 404], [200, 200]],
    ['otherBody', [404, 404, 404], [404, 404], [404, 404]],
    ['administrator', [403, 403, 403], [403, 403], [403, 403]],
    ['nobody', [401, 401, 401], [401, 401], [401, 401]],
  ])('%s', async (who, own, another, itsPrivate) => {
    const status = async (url: string) => (await people[who]!.get(url)).status;
    const { id } = plan.school;
    expect([await status(bars(id)), await status(entries(id)), await status(csv(id))]).toEqual(own);
    expect([await status(bars(other.school.id)), await status(entries(other.school.id))]).toEqual(another);
    expect([await status(bars(privateSchool.id)), await status(entries(privateSchool.id))]).toEqual(itsPrivate);
  });

  it('a school that is not there answers like one that is out of reach', async () => {
    const absent = await plan.head.get(bars(randomUUID()));
    const outOfReach = await plan.head.get(bars(other.school.id));
    expect(absent.text).toBe(outOfReach.text);
  });

  const listed = async (who: string, query = '') => {
    const answer = await people[who]!.get(`/api/v1/budgets?size=200${query}`);
    return {
      status: answer.status,
      ids: (answer.body?.items ?? []).map((item: { schoolId: string }) => item.schoolId),
    };
  };

  it.each(['teacher', 'head', 'technician', 'administrator'])('%s has no list of schools', async (who) => {
    expect((await listed(who)).status).toBe(403);
  });

  it('the list is as long as the reader’s scope', async () => {
    expect((await listed('commune')).ids).toEqual([plan.school.id]);
    expect((await listed('otherCommune')).ids).toEqual([other.school.id]);
    expect((await listed('body')).ids).toEqual([privateSchool.id]);
    expect((await listed('otherBody')).ids).toEqual([]);
    for (const who of ['manager', 'committee']) {
      expect((await listed(who)).ids).toEqual(
        expect.arrayContaining([plan.school.id, other.school.id, privateSchool.id]),
      );
    }
  });

  it('totals are for those who reach the whole territory: a commune’s would tell a private school’s amount', async () => {
    const statuses = await Promise.all(
      ['manager', 'committee', 'commune', 'body', 'head'].map(
        async (who) => (await people[who]!.get('/api/v1/budgets/totals')).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 403, 403, 403]);
  });
});

describe('every school’s budget, side by side', () => {
  let manager: Person;
  const names = ['Acacia', 'Bouleau', 'Cèdre', 'Érable'];
  const ids: string[] = [];
  let communeId: string;

  beforeAll(async () => {
    manager = await house.person('plan-manager');
    communeId = await house.build.commune();
    for (const [i, name] of names.entries()) {
      const school = await house.build.school({ name: `École ${name} du bois`, commune_id: communeId });
      ids.push(school.id);
      if (i < 3) await house.build.envelope(school.id, (i + 1) * 10_000, 2029);
    }
    await house.build.envelope(null, 5_000, 2029);
  });

  const listed = async (query: string) =>
    (await manager.get(`/api/v1/budgets?year=2029&communeId=${communeId}${query}`)).body;
  const order = async (query: string) =>
    (await listed(query)).items.map(({ schoolId }: { schoolId: string }) => names[ids.indexOf(schoolId)]);

  it('is found without accents, sorted, and paged', async () => {
    expect(await order('')).toEqual(names);
    expect(await order('&search=erable')).toEqual(['Érable']);
    expect(await order('&sort=opened&direction=desc')).toEqual(['Cèdre', 'Bouleau', 'Acacia', 'Érable']);
    expect(await listed('&size=2&page=2')).toMatchObject({
      total: 4,
      page: 2,
      size: 2,
      items: [{ opened: true }, { opened: false }],
    });
    expect((await listed('&sector=private')).total).toBe(0);
  });

  it.each(['school', 'commune', 'opened', 'available', 'reserved', 'committed', 'spent', 'used'])(
    'sorts by %s',
    async (sort) => {
      expect(await order(`&sort=${sort}`)).toHaveLength(names.length);
    },
  );

  it('sums what the filter keeps, the reserve beside it', async () => {
    const totals = (await manager.get(`/api/v1/budgets/totals?year=2029&communeId=${communeId}`)).body;
    expect(totals).toMatchObject({
      year: 2029,
      schools: 3,
      openedCents: 60_000,
      availableCents: 60_000,
      reserve: { availableCents: 5_000 },
    });
  });

  it('leaves out a school without State contract, and keeps a closed one that has money', async () => {
    const without = await house.build.school({ sector: 'private', state_contract: 'none', commune_id: communeId });
    const closed = await house.build.school({ state: 'closed', commune_id: communeId });
    await house.build.envelope(closed.id, 1_000, 2029);
    const found = (await listed('')).items.map(({ schoolId }: { schoolId: string }) => schoolId);
    expect(found).not.toContain(without.id);
    expect(found).toContain(closed.id);
  });
});
