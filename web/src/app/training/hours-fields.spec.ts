import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { fieldErrors } from '../shell/forms/fields';
import { datesTyped, type Hours, hoursFields, hoursOf } from './hours-fields';

const day = addCalendarDays(parisDateOf(new Date()), 21);
const morning = { day, from: '09:00', to: '12:00' };
const afternoon = { day, from: '13:30', to: '16:30' };
const wrong = (dates: readonly Hours[], values: Record<string, string> = {}) => {
  const form = { id: 'f', button: 'b', sections: [{ fields: hoursFields(dates) }] };
  const typed = Object.fromEntries(
    dates.flatMap(
      (date, at) =>
        [
          [`day${at}`, date.day],
          [`from${at}`, date.from],
          [`to${at}`, date.to],
        ] as const,
    ),
  );
  return Object.values(fieldErrors(form, { ...typed, ...values }));
};

describe('the half-days of a session, as a form asks for them', () => {
  it('make a whole day of a morning and an afternoon', () => {
    expect(wrong([morning, afternoon])).toEqual([]);
  });

  it('lie each within one half-day, end after they begin, and are each given once', () => {
    expect(wrong([{ ...morning, to: '16:00' }])[0]).toMatch(/tient dans une demi-journée/);
    expect(wrong([{ ...morning, to: '08:00' }])).toEqual(['La fin vient après le début.']);
    expect(wrong([morning, { ...morning, from: '10:00' }])).toEqual(['Cette demi-journée est déjà donnée.']);
  });

  it('are ahead, within the year', () => {
    expect(wrong([{ ...morning, day: '2020-01-06' }])).toEqual(['Une session commence dans l’année qui vient.']);
    expect(wrong([morning], { to0: '' })).toEqual(['Donnez l’heure de la fin.']);
  });

  it('are instants to the API, and the same again to the next form', () => {
    const [date] = datesTyped({ day0: '2026-12-09', from0: '14:00', to0: '16:00' }, 1);
    expect(date).toEqual({ startsAt: '2026-12-09T13:00:00.000Z', endsAt: '2026-12-09T15:00:00.000Z' });
    expect(hoursOf(date!)).toEqual({ day: '2026-12-09', from: '14:00', to: '16:00' });
  });
});
