import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FOUR_DAY_WEEK } from '@parc/domain';
import { House } from './harness/house.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const CLASS_WEEK = JSON.parse(JSON.stringify(FOUR_DAY_WEEK));

describe('the access card', () => {
  let plan: SmallPlan;
  let url: string;
  const card = (changes = {}) => ({
    openingHours: CLASS_WEEK,
    keyHolder: 'Mairie',
    alarm: '',
    presenceNeeded: true,
    note: null,
    ...changes,
  });

  beforeAll(async () => {
    plan = await smallPlan(house);
    url = `/api/v1/schools/${plan.school.id}`;
  });

  it('is written by the head, at the version seen', async () => {
    const hours = { ...CLASS_WEEK, wed: { morning: ['08:30', '11:30'], afternoon: null } };
    expect(
      (await plan.head.put(`${url}/access-card`, card({ openingHours: hours }), { version: 1 })).body,
    ).toMatchObject({ version: 2 });
    expect((await plan.head.get(url)).body).toMatchObject({
      openingHours: hours,
      ownOpeningHours: true,
      presenceNeeded: true,
      access: { keyHolder: 'Mairie', alarm: null },
    });
    expect((await plan.head.put(`${url}/access-card`, card(), { version: 1 })).body.code).toBe('version.stale');
    expect((await plan.head.put(`${url}/access-card`, card())).body.code).toBe('version.missing');
    expect((await plan.teacher.put(`${url}/access-card`, card(), { version: 2 })).body.code).toBe('role.may-not');
    expect((await plan.technician.put(`${url}/access-card`, card(), { version: 2 })).body.code).toBe('role.may-not');
  });

  it.each([
    ['hours-reversed', { morning: ['11:30', '08:30'], afternoon: null }],
    ['half-days-overlap', { morning: ['08:30', '12:00'], afternoon: ['11:00', '16:00'] }],
    ['hours-unreadable', { morning: ['8h30', '11:30'], afternoon: null }],
    ['hours-unreadable', { morning: ['08:30'], afternoon: null }],
  ])('refuses hours that do not hold together (%s), beside their weekday', async (code, tue) => {
    const refused = await plan.manager.put(`${url}/access-card`, card({ openingHours: { ...CLASS_WEEK, tue } }), {
      version: 2,
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', fields: [{ name: 'openingHours.tue', code }] },
    });
  });

  it('takes a technician’s note, and nobody else’s', async () => {
    const { version } = (await plan.technician.get(url)).body;
    expect(
      (await plan.technician.post(`${url}/access-note`, { note: 'Ascenseur en panne' }, { version })).body,
    ).toMatchObject({ version: version + 1 });
    expect((await plan.head.get(url)).body.access.note).toBe('Ascenseur en panne');
    expect((await plan.head.post(`${url}/access-note`, { note: 'x' }, { version: version + 1 })).body.code).toBe(
      'role.may-not',
    );
  });

  it('says in one tap that the school is closed today, and takes it back', async () => {
    const closedToday = async () => (await plan.technician.get(url)).body.closedToday;
    expect((await plan.head.post(`${url}/closed-today`, { closed: true })).body).toMatchObject({ closedToday: true });
    expect(await closedToday()).toBe(true);
    house.setNow('2026-10-07T07:00:00Z');
    const tomorrow = await house.person('technician');
    expect((await tomorrow.get(url)).body.closedToday).toBe(false);
    house.setNow(House.START);
    await plan.head.post(`${url}/closed-today`, { closed: false });
    expect(await closedToday()).toBe(false);
  });

  it('keeps what it was in the history, without what opens a door', async () => {
    const rows = await house.sql<{ after: object }>(
      `select after from history where table_name = 'school' and row_id = $1 and operation = 'UPDATE' order by id`,
      [plan.school.id],
    );
    expect(rows.some(({ after }) => 'opening_hours' in after)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('Mairie');
    expect(rows.filter(({ after }) => 'access_note' in after)).toEqual([]);
  });
});
