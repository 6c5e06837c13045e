import { describe, expect, it } from '@jest/globals';
import { bridgeDays, bridgeQuestion } from './bridge-days.js';

const YEAR = { from: '2025-09-01', to: '2026-08-31' };
const daysOff = {
  publicHolidays: new Set([
    ...['2025-11-01', '2025-11-11', '2025-12-25', '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08'],
    ...['2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15'],
  ]),
  schoolHolidays: [
    { from: '2025-10-18', to: '2025-11-02' },
    { from: '2025-12-20', to: '2026-01-04' },
    { from: '2026-04-04', to: '2026-04-19' },
    { from: '2026-07-04', to: '2026-08-30' },
  ],
};

describe('days that the file of holidays leaves out', () => {
  it('stand alone between days off: the Monday before 11 November, the Friday after Ascension', () => {
    expect(bridgeDays(YEAR, daysOff)).toEqual(['2025-11-10', '2026-05-15']);
  });

  it('are none when the file has them, nor within holidays', () => {
    const told = { from: '2026-05-14', to: '2026-05-17' };
    const schoolHolidays = [...daysOff.schoolHolidays, told];
    expect(bridgeDays({ ...YEAR, from: '2026-01-01' }, { ...daysOff, schoolHolidays })).toEqual([]);
  });

  it('are none between a weekend and holidays without a public holiday beside them', () => {
    const schoolHolidays = [{ from: '2026-02-10', to: '2026-02-22' }];
    expect(bridgeDays({ from: '2026-02-01', to: '2026-02-28' }, { ...daysOff, schoolHolidays })).toEqual([]);
  });

  it('include both ends of the period', () => {
    expect(bridgeDays({ from: '2026-05-15', to: '2026-05-15' }, daysOff)).toEqual(['2026-05-15']);
  });

  it('are asked in whole words', () => {
    const asked = ['2026-05-15', '2025-12-01'].map((day) => bridgeQuestion(day, 'A').replaceAll('\u202f', ' '));
    expect(asked).toEqual([
      'Le vendredi 15 mai 2026 est-il un jour de vacances dans la zone A ?',
      'Le lundi 1er décembre 2025 est-il un jour de vacances dans la zone A ?',
    ]);
  });
});
