import { describe, expect, it } from '@jest/globals';
import { aSession } from '../session.fixture';
import { calendarDays, daysShown, turned } from './calendar-days';

describe('the weeks that show a month', () => {
  it('begin on a Monday and end on a Sunday, around the month', () => {
    expect(daysShown('2026-12-09', 'mois')).toEqual({ from: '2026-11-30', to: '2027-01-03' });
    expect(daysShown('2027-02-14', 'mois')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(daysShown('2026-12-09', 'semaine')).toEqual({ from: '2026-12-07', to: '2026-12-13' });
  });

  it('go on to the next and back to the one before', () => {
    expect(turned('2026-12-31', 'mois', 1)).toBe('2027-01-01');
    expect(turned('2027-01-31', 'mois', -1)).toBe('2026-12-01');
    expect(turned('2026-12-09', 'semaine', 1)).toBe('2026-12-14');
  });

  it('have each session on its day in Paris, and say which days are another month’s', () => {
    const late = aSession({ id: 'late', startsAt: '2026-12-08T23:30:00Z' });
    const days = calendarDays('2026-12-09', 'mois', [late], '2026-12-09');
    expect(days).toHaveLength(35);
    expect(days.filter(({ sessions }) => sessions.length > 0).map(({ day, today }) => [day, today])).toEqual([
      ['2026-12-09', true],
    ]);
    expect(days[0]).toMatchObject({ day: '2026-11-30', inside: false });
  });
});
