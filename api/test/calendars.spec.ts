import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Calendars, clocks, FOUR_DAY_WEEK, parisInstantOf, STANDARD_TARGETS } from '@parc/domain';
import { DataSource } from 'typeorm';
import { CalendarsService } from '../src/maintenance/calendars/calendars.service.js';
import { House } from './harness/house.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house);
  await house.arrange(
    `insert into public_holiday (day, name) values ('2026-11-11', 'Armistice'), ('2027-05-06', 'Ascension')`,
  );
  await house.arrange(
    `insert into school_holiday (zone, name, from_day, to_day)
     values ('A', 'Toussaint', '2026-10-17', '2026-11-02'), ('A', 'Été', '2027-07-03', '2027-08-31')`,
  );
});
afterAll(() => house.close());

const load = () =>
  house.application
    .get(CalendarsService)
    .load(house.application.get(DataSource).manager, [plan.school.id, plan.school.id]);
const opens = ({ presence }: Calendars, day: string) => presence.stretchesOn(day).length;

describe('the calendars of the plan', () => {
  it('are read once, and again when one of them has changed', async () => {
    const first = await load();
    const again = await load();
    expect([again.mark, again.of(plan.school.id).service]).toEqual([first.mark, first.of(plan.school.id).service]);
    expect(again.of(plan.school.id).presence).toBe(first.of(plan.school.id).presence);
    expect(opens(first.of(plan.school.id), '2026-11-10')).toBe(2);
    await house.arrange(`insert into public_holiday (day, name) values ('2026-11-10', 'Jour férié d’essai')`);
    const changed = await load();
    expect(changed.mark).not.toBe(first.mark);
    expect(opens(changed.of(plan.school.id), '2026-11-10')).toBe(0);
    await house.arrange(`delete from public_holiday where day = '2026-11-10'`);
  });

  it('say how far holidays are known, and give the house’s hours and targets until settings say otherwise', async () => {
    const calendars = await load();
    const { service, presence } = calendars.of(plan.school.id);
    expect([service.knownUntil, presence.knownUntil]).toEqual(['2027-12-31', '2027-08-31']);
    const history = [{ at: parisInstantOf('2026-11-10', '14:30'), action: 'report', priority: 'P1' as const }];
    const read = () => clocks(history, history[0]!.at, calendars.of(plan.school.id), calendars.targets)!;
    expect(read().metropole).toMatchObject({ targetMinutes: 480, dueAt: parisInstantOf('2026-11-12', '14:30') });
  });

  it('take each setting at its day', async () => {
    const minutes = { P1: 60, P2: 120, P3: 240 };
    await house.arrange(
      `insert into setting (name, value, from_day, source) values ('ticket.targets', $1, '2026-11-16', 'Essai'),
              ('service.closings', '[{"from": "2026-12-24", "to": "2026-12-31"}]', '2026-01-01', 'Essai'),
              ('service.hours', $2, '2026-12-01', 'Essai')`,
      [
        JSON.stringify({ takeUp: minutes, restored: minutes }),
        JSON.stringify({ mon: [['08:00', '10:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }),
      ],
    );
    const calendars = await load();
    const { service } = calendars.of(plan.school.id);
    const lengths = ['2026-11-30', '2026-12-01', '2026-12-07', '2026-12-28'].map((day) =>
      service.stretchesOn(day).reduce((sum, [from, to]) => sum + to - from, 0),
    );
    expect(lengths).toEqual([480, 0, 120, 0]);
    const targetOf = (day: string) => {
      const at = parisInstantOf(day, '09:00');
      return clocks([{ at, action: 'report', priority: 'P2' }], at, calendars.of(plan.school.id), calendars.targets)!
        .metropole.targetMinutes;
    };
    expect([targetOf('2026-11-13'), targetOf('2026-11-16')]).toEqual([960, 120]);
    await house.arrange(`delete from setting where source = 'Essai'`);
  });

  it('leave a clock of the past as it was when a school’s hours change', async () => {
    const presenceOf = async (day: string) => opens((await load()).of(plan.school.id), day);
    expect([await presenceOf('2026-10-05'), await presenceOf('2026-11-30')]).toEqual([2, 2]);
    const { version } = (await plan.head.get(`/api/v1/schools/${plan.school.id}`)).body;
    const card = {
      ...{ keyHolder: null, alarm: null, presenceNeeded: true, note: null, hoursFrom: '2026-11-23' },
      openingHours: { ...FOUR_DAY_WEEK, mon: { morning: null, afternoon: null } },
    };
    const sent = await plan.head.put(`/api/v1/schools/${plan.school.id}/access-card`, card, { version });
    expect(sent.status).toBe(200);
    expect([await presenceOf('2026-10-05'), await presenceOf('2026-11-30')]).toEqual([2, 0]);
  });
});

describe('the settings of the service', () => {
  const url = '/api/v1/service-settings';
  const day = [
    { from: '08:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  const body = { week, closings: [], dayMinutes: 480, ...STANDARD_TARGETS };
  const asked = { ...body, from: '2026-12-01', source: 'Règlement intérieur' };

  it('are the house’s until the manager writes them, each from its day', async () => {
    expect((await plan.manager.get(url)).body).toEqual({ version: 1, inForce: body, last: body, changes: [] });
    const restored = { P1: 240, P2: 480, P3: 960 };
    const changed = { ...asked, restored, closings: [{ from: '2026-12-24', to: '2026-12-31' }] };
    const written = await plan.manager.put(url, changed, { version: 1 });
    expect(written.body).toEqual({
      version: 3,
      inForce: body,
      last: { ...body, restored, closings: changed.closings },
      changes: ['service.closings', 'ticket.targets'].map((name) => ({
        ...{ name, from: '2026-12-01', source: 'Règlement intérieur' },
      })),
    });
    const calendars = await load();
    expect(calendars.targets).toEqual([{ from: '2026-12-01', takeUp: STANDARD_TARGETS.takeUp, restored }]);
    const { service } = calendars.of(plan.school.id);
    expect(['2026-12-23', '2026-12-24'].map((at) => service.stretchesOn(at).length)).toEqual([2, 0]);
  });

  it.each([
    ['from', { from: '2026-10-05' }],
    ['from', { from: '2029-01-01' }],
    ['week.tue', { week: { ...week, tue: [...day].reverse() } }],
    ['week.mon', { week: { ...week, mon: [{ from: '02:30', to: '12:00' }] } }],
    ['closings', { closings: [{ from: '2026-12-31', to: '2026-12-24' }] }],
  ])('are refused beside their field: %s', async (name, change) => {
    const refused = await plan.manager.put(url, { ...asked, ...change }, { version: 3 });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ name }] } });
  });

  it('are the manager’s alone', async () => {
    expect((await plan.technician.get(url)).body.code).toBe('role.may-not');
    expect((await plan.head.put(url, asked, { version: 3 })).body.code).toBe('role.may-not');
  });

  it('are written over by nobody who has not seen them: of two managers one reads that they have changed', async () => {
    expect((await plan.manager.put(url, asked)).body.code).toBe('version.missing');
    const other = await house.person('plan-manager');
    const changes = [{ dayMinutes: 450 }, { closings: [{ from: '2027-07-26', to: '2027-08-13' }] }];
    for (let round = 0; round < 4; round++) {
      const { version, last } = (await plan.manager.get(url)).body;
      const source = `Essai ${round}`;
      const answers = await Promise.all(
        [plan.manager, other].map((person, n) => {
          const minutes = { dayMinutes: 400 + round };
          return person.put(
            url,
            { ...last, ...changes[n], ...(n === 0 ? minutes : {}), from: '2027-02-01', source },
            { version },
          );
        }),
      );
      const codes = answers.map(({ status, body: { code } }) => code ?? status);
      // The same again differs from nothing, and is written by nobody.
      expect([
        [200, 'version.stale'],
        ['version.stale', 200],
        [200, 200],
      ]).toContainEqual(codes);
      const now = (await plan.manager.get(url)).body;
      if (codes[0] === 'version.stale') expect(now.last.dayMinutes).toBe(last.dayMinutes);
      else expect(now.last.dayMinutes).toBe(400 + round);
    }
  });
});

describe('a day that the file of holidays leaves out', () => {
  const url = '/api/v1/bridge-days';
  const question = 'Le vendredi 7 mai 2027 est-il un jour de vacances dans la zone A\u202f?';

  it('is asked, answered, answered again, and counts as it was answered', async () => {
    const asked = async () => (await plan.manager.get(url)).body.items;
    const day = { day: '2027-05-07', question };
    expect(await asked()).toEqual([{ ...day, isHoliday: null }]);
    const opensThen = async () => opens((await load()).of(plan.school.id), day.day);
    expect(await opensThen()).toBe(2);
    for (const isHoliday of [true, false, true]) {
      expect((await plan.manager.put(`${url}/${day.day}`, { isHoliday })).body).toEqual({ ...day, isHoliday });
      expect([await asked(), await opensThen()]).toEqual([[{ ...day, isHoliday }], isHoliday ? 0 : 2]);
    }
  });

  it('is none of those nobody asks about, and the manager’s alone', async () => {
    expect((await plan.manager.put(`${url}/2027-05-10`, { isHoliday: true })).body.code).toBe('object.not-found');
    expect((await plan.head.put(`${url}/2027-05-07`, { isHoliday: true })).body.code).toBe('role.may-not');
    expect((await plan.technician.get(url)).body.code).toBe('role.may-not');
  });
});
