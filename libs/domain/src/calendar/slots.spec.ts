import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DayHours, FOUR_DAY_WEEK, type OpeningHours, classHalfDays } from './opening-hours.js';
import { addCalendarDays } from './plain-date.js';
import { STANDARD_WORK_HOURS, type SlotSearch, firstPossibleDate, proposeSlots, slotProblem } from './slots.js';
import { isWorkingDay } from './working-days.js';

const search = (changes: Partial<SlotSearch> = {}, openingHours: Partial<OpeningHours> = {}): SlotSearch => ({
  calendar: {
    openingHours: [{ from: '2023-01-01', hours: { ...FOUR_DAY_WEEK, ...openingHours } }],
    schoolHolidays: [{ from: '2026-12-19', to: '2027-01-03' }],
    publicHolidays: new Set(['2026-11-11', '2026-12-25', '2027-01-01']),
  },
  from: '2026-11-24',
  delayWorkingDays: 5,
  workHours: STANDARD_WORK_HOURS,
  opensInHolidays: true,
  ...changes,
});

const written = (slots: ReturnType<typeof proposeSlots>): string[] =>
  slots.map(({ date, startsAt, endsAt, kind }) => `${date} ${startsAt}-${endsAt} ${kind}`);

describe('times proposed to a school', () => {
  it('come after its lessons and on its day without class, once the delay has passed', () => {
    expect(written(proposeSlots(search(), 4))).toEqual([
      '2026-12-01 16:30-18:00 after-class',
      '2026-12-02 08:30-12:00 day-without-class',
      '2026-12-02 13:30-17:00 day-without-class',
      '2026-12-03 16:30-18:00 after-class',
    ]);
  });

  it('use the weekdays of the holidays, never weekends nor public holidays', () => {
    expect(written(proposeSlots(search({ from: '2026-12-24', delayWorkingDays: 0 }), 4))).toEqual([
      '2026-12-24 08:30-12:00 school-holiday',
      '2026-12-24 13:30-17:00 school-holiday',
      '2026-12-28 08:30-12:00 school-holiday',
      '2026-12-28 13:30-17:00 school-holiday',
    ]);
  });

  it('wait for the end of the holidays where no one opens the door', () => {
    const slots = proposeSlots(search({ from: '2026-12-18', delayWorkingDays: 1, opensInHolidays: false }), 1);
    expect(written(slots)).toEqual(['2027-01-04 16:30-18:00 after-class']);
  });

  it.each<[string, DayHours, string[]]>([
    [
      'a Tuesday taught in the morning only',
      { morning: ['08:30', '11:30'], afternoon: null },
      ['2026-12-01 13:30-17:00 half-day-without-class'],
    ],
    [
      'a Tuesday taught in the afternoon only',
      { morning: null, afternoon: ['13:30', '16:00'] },
      ['2026-12-01 08:30-12:00 half-day-without-class', '2026-12-01 16:00-17:30 after-class'],
    ],
    [
      'lessons until a quarter past five',
      { morning: ['08:30', '11:30'], afternoon: ['14:00', '17:15'] },
      ['2026-12-01 17:15-18:00 after-class'],
    ],
    [
      'an afternoon of class from noon exactly',
      { morning: null, afternoon: ['12:00', '16:00'] },
      ['2026-12-01 08:30-12:00 half-day-without-class', '2026-12-01 16:00-17:30 after-class'],
    ],
    [
      'a class that begins within the morning',
      { morning: null, afternoon: ['11:59', '16:00'] },
      ['2026-12-01 16:00-17:30 after-class'],
    ],
    [
      'a morning of class until work resumes',
      { morning: ['08:30', '13:30'], afternoon: null },
      ['2026-12-01 13:30-17:00 half-day-without-class'],
    ],
    [
      'a morning of class into the afternoon',
      { morning: ['08:30', '13:31'], afternoon: null },
      ['2026-12-01 13:31-15:01 after-class'],
    ],
    ['lessons that leave a minute too little', { morning: ['08:30', '11:30'], afternoon: ['14:00', '17:16'] }, []],
    ['lessons too late for any work', { morning: ['08:30', '11:30'], afternoon: ['14:00', '17:30'] }, []],
    [
      'lessons until midnight',
      { morning: null, afternoon: ['13:00', '23:30'] },
      ['2026-12-01 08:30-12:00 half-day-without-class'],
    ],
  ])('on %s', (_case, tue, expected) => {
    const slots = proposeSlots(search({}, { tue }), 4).filter(({ date }) => date === '2026-12-01');
    expect(written(slots)).toEqual(expected);
  });

  it('are as many as asked, even in the middle of a day', () => {
    expect(written(proposeSlots(search(), 2))).toEqual([
      '2026-12-01 16:30-18:00 after-class',
      '2026-12-02 08:30-12:00 day-without-class',
    ]);
    expect(proposeSlots(search(), 0)).toEqual([]);
  });

  it('are looked for through half a year, and no further', () => {
    const { calendar } = search();
    const awayUntil = (to: string) =>
      search({
        from: '2026-11-26',
        opensInHolidays: false,
        calendar: { ...calendar, schoolHolidays: [{ from: '2026-12-01', to }] },
      });
    const lastDay = addCalendarDays('2026-12-03', 179);
    expect(isWorkingDay(lastDay, new Set())).toBe(true);
    expect(proposeSlots(awayUntil(addCalendarDays(lastDay, -1)), 1).map(({ date }) => date)).toEqual([lastDay]);
    expect(proposeSlots(awayUntil(lastDay), 1)).toEqual([]);
  });

  it('cross no class, fall on working days and respect the delay, whatever the day of the order', () => {
    const anyDay = fc.integer({ min: 0, max: 365 }).map((days) => addCalendarDays('2026-09-01', days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20 }), (from, delayWorkingDays) => {
        const asked = search({ from, delayWorkingDays });
        for (const slot of proposeSlots(asked, 6)) {
          expect(slotProblem(slot, asked)).toBeNull();
          expect(isWorkingDay(slot.date, asked.calendar.publicHolidays)).toBe(true);
          const crossed = classHalfDays(slot.date, asked.calendar).filter(
            ([opens, closes]) => slot.startsAt < closes && slot.endsAt > opens,
          );
          expect(crossed).toEqual([]);
        }
      }),
    );
  });

  it('are none when a school is taught late every day and never opens in the holidays', () => {
    const late: DayHours = { morning: ['08:30', '12:00'], afternoon: ['13:30', '17:30'] };
    const everyDay = { mon: late, tue: late, wed: late, thu: late, fri: late };
    expect(proposeSlots(search({ opensInHolidays: false }, everyDay), 3)).toEqual([]);
  });
});

describe('a time wished by a school', () => {
  const wish = { date: '2026-12-01', startsAt: '16:30', endsAt: '18:00' };

  it('is kept when it disturbs no class, though it was not proposed', () => {
    expect(slotProblem(wish, search())).toBeNull();
    expect(slotProblem({ ...wish, startsAt: '11:30', endsAt: '13:30' }, search())).toBeNull();
    expect(firstPossibleDate(search())).toBe('2026-12-01');
  });

  it('may take the whole of a day without class, and the first minute after a lesson', () => {
    const wednesday = { date: '2026-12-02', startsAt: '08:30', endsAt: '18:00' };
    expect(slotProblem(wednesday, search())).toBeNull();
    expect(slotProblem({ ...wednesday, startsAt: '08:29' }, search())).toBe('slot-outside-hours');
    expect(slotProblem({ ...wednesday, endsAt: '18:01' }, search())).toBe('slot-outside-hours');
    expect(slotProblem({ ...wednesday, date: '2026-12-01', startsAt: '12:00', endsAt: '13:31' }, search())).toBe(
      'slot-in-class',
    );
  });

  it.each([
    ['a day that does not exist', { date: '2026-11-31' }, 'slot-unreadable'],
    ['an hour that does not exist', { startsAt: '16h30' }, 'slot-unreadable'],
    ['an unreadable end', { endsAt: 'soir' }, 'slot-unreadable'],
    ['an end before the start', { endsAt: '16:30' }, 'slot-unreadable'],
    ['a Saturday', { date: '2026-12-05' }, 'slot-not-working-day'],
    ['Christmas', { date: '2026-12-25' }, 'slot-not-working-day'],
    ['the day before the delay ends', { date: '2026-11-30' }, 'slot-too-early'],
    ['before work begins', { startsAt: '08:00', endsAt: '08:30' }, 'slot-outside-hours'],
    ['after the evening', { endsAt: '18:30' }, 'slot-outside-hours'],
    ['the last minute of class', { startsAt: '16:29' }, 'slot-in-class'],
    ['the whole morning', { startsAt: '08:30', endsAt: '11:31' }, 'slot-in-class'],
  ])('is refused for %s', (_case, change, code) => {
    expect(slotProblem({ ...wish, ...change }, search())).toBe(code);
  });

  it('is refused in the holidays only where no one opens the door', () => {
    const holiday = { date: '2026-12-22', startsAt: '09:00', endsAt: '11:00' };
    expect(slotProblem(holiday, search())).toBeNull();
    expect(slotProblem(holiday, search({ opensInHolidays: false }))).toBe('slot-in-holidays');
  });
});
