import { describe, expect, it } from '@jest/globals';
import { FOUR_DAY_WEEK } from '@parc/domain';
import type { OpeningHoursBody } from '@parc/api-client';
import { draftOf, halfDayWords, hoursOf, withMondayCopied, withTime } from './hours-draft';

const WEEK = FOUR_DAY_WEEK as unknown as OpeningHoursBody;
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('a week being written', () => {
  it('gives back the hours it was opened with', () => {
    expect(hoursOf(draftOf(WEEK))).toEqual(WEEK);
  });

  it('has no class where both times are taken away', () => {
    const emptied = withTime(withTime(draftOf(WEEK), 'mon', 'morning', { from: '' }), 'mon', 'morning', { to: '' });
    expect(hoursOf(emptied).mon.morning).toBeNull();
    expect(hoursOf(emptied).mon.afternoon).toEqual(['13:30', '16:30']);
  });

  it('sends one time alone as it is, for the server to refuse beside its day', () => {
    expect(hoursOf(withTime(draftOf(WEEK), 'wed', 'morning', { from: '09:00' })).wed.morning).toEqual(['09:00']);
  });

  it('copies Monday to the days that are most often like it, not to Wednesday', () => {
    const draft = withMondayCopied(withTime(draftOf(WEEK), 'mon', 'morning', { from: '08:15' }));
    const hours = hoursOf(draft);
    expect([hours.tue, hours.thu, hours.fri].map(({ morning }) => morning?.[0])).toEqual(['08:15', '08:15', '08:15']);
    expect(hours.wed).toEqual({ morning: null, afternoon: null });
  });

  it('is read as times of day', () => {
    expect(plain(halfDayWords(['08:30', '11:45']))).toBe('8 h 30 – 11 h 45');
    expect(halfDayWords(null)).toBe('–');
  });
});
