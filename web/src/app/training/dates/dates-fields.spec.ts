import { describe, expect, it } from '@jest/globals';
import { datesAsked, datesFields, datesTyped } from './dates-fields';

const MORNING = { day: '2026-12-09', from: '09:00', to: '12:00' };
const AFTERNOON = { day: '2026-12-09', from: '13:30', to: '16:30' };
const values = {
  startsAt: '2026-12-09',
  from: '09:00',
  to: '12:00',
  startsAt2: '2026-12-09',
  from2: '13:30',
  to2: '16:30',
};

describe('the dates of a session in a form', () => {
  it('are asked one by one, each question with a name of its own', () => {
    const labels = datesFields([MORNING, AFTERNOON]).map(({ label }) => label);
    expect(labels).toEqual(['Jour', 'De', 'À', 'Jour (2e date)', 'De (2e date)', 'À (2e date)']);
  });

  it('are read back as they were asked', () => {
    expect(datesAsked(datesTyped(values)!)).toEqual([MORNING, AFTERNOON]);
  });

  it('are none while a part of one is no day or no hour', () => {
    expect(datesTyped({ ...values, from2: '' })).toBe(null);
    expect(datesTyped({})).toBe(null);
  });

  it('say that a whole day is two', () => {
    const check = datesFields([MORNING])[2]!.check!;
    expect(check('16:30', { from: '09:00' })).toContain('deux dates');
    expect(check('09:00', { from: '10:00' })).toBe('La fin vient après le début.');
    expect(check('12:00', { from: '09:00' })).toBe('');
  });
});
