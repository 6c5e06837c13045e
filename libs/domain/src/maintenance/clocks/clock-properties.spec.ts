import { describe, expect, it } from '@jest/globals';
import { parisDateOf } from '../../calendar/paris-time.js';
import { clocks, type TicketClocks } from './clocks.js';
import { nextWarningAt, type TicketWarning, warningsToTell } from './warnings.js';
import { randomHistory } from './random-histories.fixture.js';
import { closingsOf, serviceDayProblem } from './service-hours.js';
import type { TicketHistoryRow } from './ticket-history.js';
import { addWorkingMinutes, dayOf, instantOf, minuteOf, minutesBetween } from './working-time.js';
import { CALENDARS, calendarsOf, NO_SERVICE, paris, row, SCHOOL, SERVICE, TARGETS } from './zone-a.fixture.js';

const at = (history: readonly TicketHistoryRow[], now: Date | string): TicketClocks =>
  clocks(history, typeof now === 'string' ? paris(now) : now, CALENDARS, TARGETS)!;
const reported = (moment: string, says: Partial<TicketHistoryRow> = {}) =>
  row(moment, 'report', { priority: 'P1', ...says });
const forAll = (minutes: number) => ({ P1: minutes, P2: minutes, P3: minutes });
const drawn = Array.from({ length: 300 }, (_one, seed) => randomHistory(seed + 50_000));

describe('the day of a minute', () => {
  it('is the one that Paris shows, at the first and the last minute of every hour of two years, in whatever order', () => {
    const first = minuteOf(paris('2026-01-01 00:00'));
    const minutes = Array.from({ length: 2 * 365 * 24 }, (_one, hour) => first + 60 * hour).flatMap((minute) => [
      minute,
      minute + 59,
    ]);
    const differ = (among: readonly number[]) =>
      among.filter((minute) => dayOf(minute) !== parisDateOf(instantOf(minute)));
    expect(differ(minutes)).toEqual([]);
    expect(differ(minutes.toReversed())).toEqual([]);
  });
});

describe('of whatever history', () => {
  it('class − métropole is the stops, to the minute', () => {
    for (const { rows, now } of drawn) {
      const read = at(rows, now);
      const stopped = read.stops.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(read.class.minutes - read.metropole.minutes).toBe(stopped);
    }
  });

  it('what a priority becomes and is again within a minute changes nothing', () => {
    for (const { rows, now } of drawn) {
      const moment = new Date(Math.floor((rows.at(-1)!.at.getTime() + 60_000) / 60_000) * 60_000);
      const later = new Date(Math.max(now.getTime(), moment.getTime()) + 86_400_000);
      const { priority } = at(rows, moment);
      const there = { at: moment, action: 'prioritise', priority: priority === 'P1' ? 'P3' : 'P1' } as const;
      const back = { at: new Date(moment.getTime() + 40_000), action: 'prioritise', priority };
      expect(at([...rows, there, back], later)).toEqual(at(rows, later));
    }
  });

  it('what comes after now is not read, and nobody is late before it is due', () => {
    for (const { rows, now } of drawn) {
      const read = at(rows, now);
      expect(at([...rows, { at: new Date(now.getTime() + 60_000), action: 'resolve' }], now)).toEqual(read);
      for (const clock of [read.takeUp, read.metropole, read.class]) {
        if (clock.late) expect(clock.dueAt!.getTime()).toBeLessThan(now.getTime());
        if (clock.course === 'stopped' && !clock.late) expect(clock.dueAt).toBeNull();
      }
    }
  });

  it('resolved when it is due it is kept, and one working minute later it is late', () => {
    for (const { rows, now } of drawn) {
      const { metropole } = at(rows, now);
      if (metropole.course !== 'running' || metropole.late || metropole.dueAt === null) continue;
      const due = metropole.dueAt;
      const time = presenceAt(rows, now) ? CALENDARS.presence : CALENDARS.service;
      const next = new Date(addWorkingMinutes(time, Math.max(due.getTime(), now.getTime()) / 60_000, 1)! * 60_000);
      if (due.getTime() >= now.getTime()) {
        expect(at([...heard(rows, now), { at: due, action: 'resolve' }], next).metropole.late).toBe(false);
      }
      expect(at(heard(rows, now), next).metropole).toMatchObject({ late: true, dueAt: due });
    }
  });

  it('so many minutes after an instant, so many have run', () => {
    for (const { now } of drawn) {
      const from = Math.floor(now.getTime() / 60_000);
      for (const minutes of [1, 239, 240, 241, 2400]) {
        const to = addWorkingMinutes(CALENDARS.service, from, minutes)!;
        expect(minutesBetween(CALENDARS.service, from, to)).toBe(minutes);
        expect(minutesBetween(CALENDARS.service, from, to - 1)).toBe(minutes - 1);
      }
    }
  });
});

describe('a stop', () => {
  const waiting = [
    reported('2026-03-09 8:00'),
    row('2026-03-09 8:30', 'take'),
    row('2026-03-09 10:00', 'wait', { reason: 'school', note: 'accès à la salle' }),
  ];

  it('leaves the métropole without a due date, and says what is left', () => {
    const { metropole, class: lived, stops } = at(waiting, '2026-03-10 18:00');
    expect(metropole).toMatchObject({ course: 'stopped', dueAt: null, leftMinutes: 360, late: false });
    expect(lived).toMatchObject({ course: 'running', late: true, dueAt: paris('2026-03-09 17:30') });
    expect(stops).toEqual([
      { reason: 'school', note: 'accès à la salle', from: paris('2026-03-09 10:00'), to: null, minutes: 840 },
    ]);
  });

  it('is one, whatever changes within it', () => {
    const raised = [...waiting, row('2026-03-09 14:30', 'prioritise', { priority: 'P3' })];
    expect(at(raised, '2026-03-09 17:30').stops.map(({ minutes }) => minutes)).toEqual([360]);
  });

  it.each(['part', 'maker', null])('is none while it waits for %s', (reason) => {
    const history = [reported('2026-03-09 8:00'), row('2026-03-09 9:00', 'wait', { reason })];
    expect(at(history, '2026-03-09 11:00')).toMatchObject({
      metropole: { course: 'running', minutes: 180 },
      stops: [],
    });
  });
});

describe('cancelled or merged', () => {
  it.each(['cancel', 'merge'])('%s: judged by nobody, even when it was late', (action) => {
    const read = at([reported('2026-03-09 8:00'), row('2026-03-20 8:00', action)], '2026-03-30 8:00');
    for (const clock of [read.takeUp, read.metropole, read.class])
      expect(clock).toMatchObject({ course: 'void', late: false, lateMinutes: 0, dueAt: null });
  });
});

describe('what is not known', () => {
  it('nothing reported has no clocks', () => {
    expect(clocks([], paris('2026-03-10 9:00'), CALENDARS, TARGETS)).toBeNull();
    expect(clocks([reported('2026-03-10 10:00')], paris('2026-03-10 9:00'), CALENDARS, TARGETS)).toBeNull();
  });

  it('beyond the holidays that are loaded, a due date is to be confirmed', () => {
    expect(at([reported('2026-12-31 10:00')], '2026-12-31 10:00').metropole).toMatchObject({ dueToConfirm: true });
    expect(at([reported('2026-08-28 10:00', { presence: true })], '2026-08-28 10:00').metropole).toMatchObject({
      dueAt: paris('2026-08-31 17:30'),
      dueToConfirm: true,
    });
    expect(at([reported('2026-12-30 10:00')], '2026-12-30 10:00').metropole).toMatchObject({ dueToConfirm: false });
  });

  it('a service without any hour gives no date, and says so', () => {
    const never = calendarsOf({ ...SERVICE, hours: [NO_SERVICE] }, SCHOOL);
    const read = clocks([reported('2026-03-10 9:00')], paris('2026-03-10 9:00'), never, TARGETS)!;
    expect(read.metropole).toMatchObject({ course: 'running', dueAt: null, neverDue: true, percent: 0 });
    expect(nextWarningAt(warningsToTell(read, []))).toBeNull();
  });
});

describe('thresholds', () => {
  it('are reached in working time, each at its own instant', () => {
    const history = [reported('2026-03-09 8:00')];
    const read = at(history, '2026-03-09 15:30');
    expect(read.metropole.thresholds).toEqual([
      { percent: 75, reached: true, at: paris('2026-03-09 15:30') },
      { percent: 100, reached: false, at: paris('2026-03-09 17:30') },
    ]);
    const takeUp = ([75, 100] as const).map((percent): TicketWarning => ({ clock: 'take-up', percent }));
    const threeQuarters = (['metropole', 'class'] as const).map((clock): TicketWarning => ({ clock, percent: 75 }));
    expect(nextWarningAt(warningsToTell(read, [...takeUp, ...threeQuarters]))).toEqual(paris('2026-03-09 17:30'));
    const before = at(history, '2026-03-09 15:29');
    expect(nextWarningAt(warningsToTell(before, takeUp))).toEqual(paris('2026-03-09 15:30'));
  });

  it('wait while the clock stands still', () => {
    const history = [reported('2026-03-09 8:00'), row('2026-03-09 9:00', 'wait', { reason: 'commune' })];
    const asked = warningsToTell(at(history, '2026-03-11 9:00'), []);
    expect(asked.filter(({ clock }) => clock === 'metropole')).toEqual([]);
  });
});

describe('targets', () => {
  const later = [...TARGETS, { from: '2026-03-10', takeUp: forAll(60), restored: forAll(120) }];

  it.each([
    ['2026-03-09 23:59', 480],
    ['2026-03-10 00:00', 120],
  ])('are those of the day of report: %s', (moment, targetMinutes) => {
    expect(clocks([reported(moment)], paris('2026-03-12 9:00'), CALENDARS, later)!.metropole).toMatchObject({
      targetMinutes,
    });
  });
});

describe('the hours of a service', () => {
  it.each([
    [[['08:00', '12:00']], null],
    [
      [
        ['00:00', '02:00'],
        ['03:00', '24:00'],
      ],
      null,
    ],
    [[['08:00', '25:00']], 'hours-unreadable'],
    [[['24:00', '24:00']], 'hours-unreadable'],
    [[['12:00', '12:00']], 'hours-reversed'],
    [
      [
        ['08:00', '12:00'],
        ['11:59', '13:00'],
      ],
      'hours-overlap',
    ],
    [[['02:30', '12:00']], 'hours-in-clock-change'],
    [[['00:00', '02:01']], 'hours-in-clock-change'],
  ] as const)('%j: %s', (day, problem) => {
    expect(serviceDayProblem(day)).toBe(problem);
  });
});

const heard = (rows: readonly TicketHistoryRow[], now: Date) => rows.filter((one) => one.at <= now);

function presenceAt(rows: readonly TicketHistoryRow[], now: Date): boolean {
  return heard(rows, now).reduce((needed, { presence }) => presence ?? needed, false);
}

describe('the closings of a service', () => {
  it('are those of the row in force on each day: what was one stays one', () => {
    const christmas = { from: '2026-12-24', to: '2026-12-31' };
    const rows = [
      { from: '2026-12-28', periods: [] },
      { from: '2026-01-01', periods: [christmas, { from: '2027-02-01', to: '2027-02-01' }] },
      { from: '2027-01-01', periods: [{ from: '2026-12-30', to: '2027-01-02' }] },
    ];
    expect(closingsOf(rows)).toEqual([
      { from: '2026-12-24', to: '2026-12-27' },
      { from: '2027-01-01', to: '2027-01-02' },
    ]);
    expect(closingsOf([])).toEqual([]);
  });
});
