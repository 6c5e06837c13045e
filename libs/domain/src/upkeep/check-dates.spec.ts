import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays, calendarDaysBetween, weekdayOf } from '../calendar/plain-date.js';
import {
  addMonths,
  checkDates,
  checkDayOnOrAfter,
  deviceDueOn,
  gatheredOn,
  isCheckDay,
  termStarts,
  type CheckCalendar,
  type DateRule,
} from './check-dates.js';

/** Zone A, 2026-2027, as published; the days of Ascension are a bridge of two. */
const ZONE_A: CheckCalendar = {
  schoolHolidays: [
    { from: '2026-07-04', to: '2026-08-31' },
    { from: '2026-10-17', to: '2026-11-01' },
    { from: '2026-12-19', to: '2027-01-03' },
    { from: '2027-02-13', to: '2027-02-28' },
    { from: '2027-04-10', to: '2027-04-25' },
    { from: '2027-05-07', to: '2027-05-08' },
    { from: '2027-07-03', to: '2027-08-31' },
  ],
  publicHolidays: new Set(['2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29', '2027-05-06', '2027-05-17']),
};
const YEAR = ['2026-09-01', '2027-08-31'] as const;

// prettier-ignore
const EXAMPLES: readonly [what: string, rule: DateRule, days: readonly string[]][] = [
  ['the first Monday of each term', { rule: 'term', weekday: 'mon' },
    ['2026-09-07', '2026-11-02', '2027-01-04', '2027-03-01', '2027-04-26']],
  ['the first Tuesday: the day of the start itself in September', { rule: 'term', weekday: 'tue' },
    ['2026-09-01', '2026-11-03', '2027-01-05', '2027-03-02', '2027-04-27']],
  ['a day of class', { rule: 'yearly', month: 3, dayOfMonth: 15 }, ['2027-03-15']],
  ['a Sunday: the Monday after', { rule: 'yearly', month: 3, dayOfMonth: 14 }, ['2027-03-15']],
  ['a public holiday', { rule: 'yearly', month: 11, dayOfMonth: 11 }, ['2026-11-12']],
  ['Easter Monday, after a Sunday', { rule: 'yearly', month: 3, dayOfMonth: 28 }, ['2027-03-30']],
  ['in the holidays of Christmas: past the new year', { rule: 'yearly', month: 12, dayOfMonth: 28 }, ['2027-01-04']],
  ['in the summer: when school begins again', { rule: 'yearly', month: 7, dayOfMonth: 20 }, ['2026-09-01']],
  ['29 February of a year without one', { rule: 'yearly', month: 2, dayOfMonth: 29 }, ['2027-03-01']],
  ['31 of a month of thirty days', { rule: 'yearly', month: 6, dayOfMonth: 31 }, ['2027-06-30']],
];

describe('the days of a plan', () => {
  it.each(EXAMPLES)('are, for %s', (_, rule, days) => {
    expect(checkDates(rule, ZONE_A, ...YEAR)).toEqual(days);
  });

  it('pass over a public holiday to the same weekday a week later', () => {
    const calendar = { ...ZONE_A, publicHolidays: new Set(['2026-11-02']) };
    expect(checkDates({ rule: 'term', weekday: 'mon' }, calendar, '2026-11-01', '2026-11-30')).toEqual(['2026-11-09']);
  });

  it('follow the zone: where the holidays end later, so does the term begin', () => {
    const zoneB = { ...ZONE_A, schoolHolidays: [{ from: '2027-02-20', to: '2027-03-07' }] };
    expect(checkDates({ rule: 'term', weekday: 'mon' }, zoneB, ...YEAR)).toEqual(['2027-03-08']);
  });

  it('are none for terms that the calendar does not know', () => {
    expect(checkDates({ rule: 'term', weekday: 'mon' }, ZONE_A, '2028-01-01', '2028-12-31')).toEqual([]);
  });

  it('take a bridge beside the holidays as a part of them, and one by itself as no term', () => {
    const beside = {
      schoolHolidays: [
        { from: '2027-04-10', to: '2027-04-25' },
        { from: '2027-04-26', to: '2027-04-26' },
      ],
    };
    expect(termStarts(beside)).toEqual(['2027-04-27']);
    expect(termStarts({ schoolHolidays: [{ from: '2027-05-07', to: '2027-05-08' }] })).toEqual([]);
  });
});

// prettier-ignore
describe('so many months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2026-03-31', 6, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'], ['2026-05-04', 12, '2027-05-04'],
  ])('than %s by %i is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });
});

describe('a device in service', () => {
  it('is due so long after it began to serve, then after each check', () => {
    expect(deviceDueOn({ inServiceOn: '2025-09-15', lastCheckedOn: null }, 12)).toBe('2026-09-15');
    expect(deviceDueOn({ inServiceOn: '2025-09-15', lastCheckedOn: '2026-09-03' }, 12)).toBe('2027-09-03');
  });

  it('whose last check was late is not due sooner for it', () => {
    expect(deviceDueOn({ inServiceOn: '2024-09-15', lastCheckedOn: '2026-02-10' }, 12)).toBe('2027-02-10');
  });

  it('is checked with the others of its month, when school is there, and never in the past', () => {
    expect(gatheredOn('2027-03-28', ZONE_A, '2027-02-20')).toBe('2027-03-01');
    expect(gatheredOn('2027-03-02', ZONE_A, '2027-02-20')).toBe('2027-03-01');
    expect(gatheredOn('2027-08-10', ZONE_A, '2027-07-20')).toBe('2027-09-01');
    expect(gatheredOn('2025-01-10', ZONE_A, '2026-11-11')).toBe('2026-11-12');
  });
});

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addCalendarDays('2020-01-01', days));
const calendars = fc
  .record({
    holidays: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 60 })), { maxLength: 12 }),
    off: fc.array(day, { maxLength: 40 }),
  })
  .map(({ holidays, off }): CheckCalendar => {
    const schoolHolidays = holidays.map(([from, days]) => ({ from, to: addCalendarDays(from, days) }));
    return { schoolHolidays, publicHolidays: new Set(off) };
  });
const rules = fc.oneof(
  fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri').map((weekday) => ({ rule: 'term', weekday }) as DateRule),
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), dayOfMonth: fc.integer({ min: 1, max: 31 }) })
    .map((at) => ({ rule: 'yearly', ...at }) as DateRule),
);

describe('whatever the calendar', () => {
  it('a term’s day is that weekday, of class; each stretch of days gives the days of the whole', () => {
    fc.assert(
      fc.property(calendars, rules, day, fc.integer({ min: 0, max: 900 }), (calendar, rule, from, length) => {
        const until = addCalendarDays(from, length);
        const days = checkDates(rule, calendar, from, until);
        expect([...days].sort()).toEqual(days);
        for (const one of days) {
          expect(from <= one && one <= until).toBe(true);
          if (rule.rule === 'term') expect([weekdayOf(one), isCheckDay(one, calendar)]).toEqual([rule.weekday, true]);
        }
        const middle = addCalendarDays(from, Math.floor(length / 2));
        const parts = [
          ...checkDates(rule, calendar, from, middle),
          ...checkDates(rule, calendar, addCalendarDays(middle, 1), until),
        ];
        expect(parts).toEqual(days);
      }),
    );
  });

  it('the next day of class is one, and none lies between', () => {
    fc.assert(
      fc.property(calendars, day, (calendar, asked) => {
        const found = checkDayOnOrAfter(asked, calendar);
        fc.pre(isCheckDay(found, calendar));
        for (let between = asked; between < found; between = addCalendarDays(between, 1))
          expect(isCheckDay(between, calendar)).toBe(false);
      }),
    );
  });

  it('months later are later by that many months, never by a month more', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (from, months) => {
        const later = addMonths(from, months);
        expect(later > from).toBe(true);
        const apart = calendarDaysBetween(from, later);
        expect(apart).toBeGreaterThanOrEqual(months * 28);
        expect(apart).toBeLessThanOrEqual(months * 31);
      }),
    );
  });
});
