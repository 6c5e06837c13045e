import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, addWorkingDays } from '@parc/domain';
import { createDays } from './days.js';
import { laterAtWork } from './office-moments.js';

const days = createDays('2026-11-24');

describe('Office days of the demonstration', () => {
  it('counted by their numbers are those counted one by one, from working days and days off alike', () => {
    for (let day = '2026-04-01'; day < '2026-06-15'; day = addCalendarDays(day, 1)) {
      for (const count of [-12, -3, -1, 0, 1, 2, 9])
        expect([day, count, days.officeDay(day, count)]).toEqual([
          day,
          count,
          addWorkingDays(day, count, days.publicHolidays),
        ]);
    }
    expect(days.officeDay('1999-12-30', 2)).toBe(addWorkingDays('1999-12-30', 2, days.publicHolidays));
  });

  it('pass over lunch, evenings and days off', () => {
    expect(laterAtWork(days, { day: '2026-04-03', minute: 700 }, 30)).toEqual({ day: '2026-04-03', minute: 820 });
    // Easter Monday.
    expect(laterAtWork(days, { day: '2026-04-03', minute: 1040 }, 15)).toEqual({ day: '2026-04-07', minute: 485 });
  });
});
