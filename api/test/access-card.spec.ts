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

  it('gives hours a day from which they hold; those before it stay for the days that have passed', async () => {
    const read = async () => (await plan.head.get(url)).body;
    const before = await read();
    const evening = { morning: ['08:30', '12:00'], afternoon: ['14:00', '16:30'] };
    const hours = { ...CLASS_WEEK, mon: evening };
    const sent = await plan.head.put(
      `${url}/access-card`,
      card({ openingHours: hours, hoursFrom: '2026-11-02' }),
      before,
    );
    expect(sent.status).toBe(200);
    const { openingHours, datedOpeningHours } = await read();
    expect(openingHours).toEqual(before.openingHours);
    expect(datedOpeningHours).toEqual([{ from: '2026-11-02', hours }, ...before.datedOpeningHours]);
    house.setNow('2026-11-02T07:00:00Z');
    const then = await house.person('school-head', { school_id: plan.school.id });
    expect((await then.get(url)).body.openingHours).toEqual(hours);
    house.setNow(House.START);
  });

  it('writes no hours that hold already, and corrects those of the same day', async () => {
    const read = async () => (await plan.head.get(url)).body;
    const before = await read();
    await plan.head.put(`${url}/access-card`, card({ openingHours: before.openingHours }), before);
    expect((await read()).datedOpeningHours).toEqual(before.datedOpeningHours);
    const hours = { ...CLASS_WEEK, fri: { morning: null, afternoon: null } };
    await plan.head.put(`${url}/access-card`, card({ openingHours: hours, hoursFrom: '2026-11-02' }), await read());
    const corrected = (await read()).datedOpeningHours;
    expect(corrected).toEqual([{ from: '2026-11-02', hours }, ...before.datedOpeningHours.slice(1)]);
  });

  it.each([
    ['past', '2026-10-05'],
    ['too-far', '2029-01-01'],
  ])('refuses hours that begin in the %s, beside their day', async (code, hoursFrom) => {
    const { version } = (await plan.head.get(url)).body;
    const refused = await plan.head.put(`${url}/access-card`, card({ hoursFrom }), { version });
    expect(refused).toMatchObject({ status: 400, body: { fields: [{ name: 'hoursFrom', code }] } });
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
    const hours = await house.sql<{ after: object }>(
      `select after from history where table_name = 'school_opening_hours' and after ->> 'school_id' = $1`,
      [plan.school.id],
    );
    expect(hours.some(({ after }) => 'hours' in after)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('Mairie');
    expect(rows.filter(({ after }) => 'access_note' in after)).toEqual([]);
  });
});
