import { describe, expect, it } from '@jest/globals';
import { SURVEY_GRADES, surveyLastDay, surveyOpenSince } from './survey.js';

describe('a survey', () => {
  it('is open for thirty days', () => {
    expect(surveyOpenSince(new Date('2026-10-31T10:00:00Z')).toISOString()).toBe('2026-10-01T10:00:00.000Z');
  });

  it('says a last day on which it is open until the evening, in Paris', () => {
    // Asked half past midnight on the 7th in Paris; it ends half past midnight on the 6th of November.
    expect(surveyLastDay(new Date('2026-10-06T22:30:00Z'))).toBe('2026-11-05');
    expect(surveyLastDay(new Date('2026-10-06T10:00:00Z'))).toBe('2026-11-04');
  });

  it('grades from 1 to 4', () => {
    expect(SURVEY_GRADES.map(({ grade }) => grade)).toEqual([1, 2, 3, 4]);
  });
});
