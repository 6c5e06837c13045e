import { describe, expect, it } from '@jest/globals';
import type { AttendanceSheet } from '@parc/api-client';
import { ATTENDING, withOwnAttendance } from './own-attendance';

const sheet = {
  ...{ id: 's', version: 3, number: 'F-2026-00001', state: 'confirmed', moduleTitle: 'Tablettes', place: null },
  dates: [{ id: 'morning', startsAt: '2026-12-02T08:00:00Z', endsAt: '2026-12-02T11:00:00Z' }],
  people: [{ id: 'a', name: 'Aline', schoolId: 'x', schoolName: 'Tilleuls', presences: [] }],
  ...{ capacity: 12, opens: [], corrections: [], possible: ['hold'], mayAttend: false, mayCorrect: false },
} as AttendanceSheet;

const act = (action: string, more: object = {}) => ({
  ...{ object: { kind: 'training', id: 's' }, action, body: null, refusal: null },
  ...more,
});
const said = (present: boolean) => act(ATTENDING, { body: { people: [{ id: 'a', dateId: 'morning', present }] } });

describe('a list that waits on this phone', () => {
  it('has begun, is said and is closed, for who wrote it, in the order in which it was written', () => {
    const begun = withOwnAttendance(sheet, [act('hold')]);
    expect([begun.state, begun.mayAttend, begun.possible]).toEqual(['held', true, ['close']]);
    const whole = withOwnAttendance(sheet, [act('hold'), said(false), said(true), act('close')]);
    expect([whole.state, whole.mayAttend, whole.people[0]!.presences]).toEqual([
      ...['closed', false, [{ dateId: 'morning', present: true, byCode: false }]],
    ]);
  });

  it('is what the server says where the act was refused, is of another session or of something else', () => {
    const refusal = { status: 409, code: 'training.state', sentence: 'Close.' };
    const others = [
      act('hold', { refusal }),
      act('hold', { object: { kind: 'training', id: 'other' } }),
      act('start', { object: { kind: 'ticket', id: 's' } }),
    ];
    expect(withOwnAttendance(sheet, others)).toEqual(sheet);
  });
});
