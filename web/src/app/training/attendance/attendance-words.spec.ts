import { describe, expect, it } from '@jest/globals';
import type { AttendanceSheet } from '@parc/api-client';
import {
  attendanceTitle,
  closingWords,
  halfDayToSay,
  lengthWords,
  schoolGroups,
  unsaidCount,
} from './attendance-words';

const MORNING = { id: 'morning', startsAt: '2026-12-02T08:00:00Z', endsAt: '2026-12-02T10:00:00Z' };
const AFTERNOON = { id: 'afternoon', startsAt: '2026-12-02T13:00:00Z', endsAt: '2026-12-02T14:30:00Z' };
const person = (id: string, school: string, said: Record<string, boolean>) => ({
  ...{ id, name: id, schoolId: school, schoolName: school },
  presences: Object.entries(said).map(([dateId, present]) => ({ dateId, present, byCode: false })),
});
const sheetOf = (people: AttendanceSheet['people']) =>
  ({
    ...{ dates: [MORNING, AFTERNOON], people },
    opens: [
      { schoolId: 'Tilleuls', schoolName: 'Tilleuls', devices: 16 },
      { schoolId: 'Parc', schoolName: 'Parc', devices: 1 },
    ],
  }) as unknown as AttendanceSheet;

const sheet = sheetOf([
  person('Aline', 'Tilleuls', { morning: true, afternoon: true }),
  person('Samuel', 'Tilleuls', { morning: false }),
  person('Zoé', 'Parc', { morning: true, afternoon: false }),
]);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the list of a trainer', () => {
  it('says how many came, of the half-day in sight', () => {
    expect(plain(attendanceTitle(sheet, MORNING))).toBe('2 présents sur 3 inscrits');
    expect(plain(attendanceTitle(sheet, AFTERNOON))).toBe('1 présent sur 3 inscrits');
  });

  it('stands by school, and opens what waits where somebody came to all of it', () => {
    expect(schoolGroups(sheet).map(({ schoolName, opens }) => [schoolName, plain(opens!.word)])).toEqual([
      ['Tilleuls', '16 appareils s’ouvrent'],
      ['Parc', '1 appareil attend'],
    ]);
    expect(plain(closingWords(sheet))).toBe('16 appareils s’ouvrent, dans 1 école.');
    expect(closingWords(sheetOf([]))).toBe('aucun appareil ne s’ouvre.');
  });

  it('is not whole while something of somebody is missing', () => {
    expect([unsaidCount(sheet), plain(lengthWords(sheet))]).toEqual([1, '3 h 30']);
  });

  it.each([
    ['2026-12-02T08:30:00Z', 'morning'],
    ['2026-12-02T11:30:00Z', 'morning'],
    ['2026-12-02T13:10:00Z', 'afternoon'],
    ['2026-12-04T08:00:00Z', 'afternoon'],
    ['2026-12-01T08:00:00Z', 'morning'],
  ])('opens on the half-day that is to be said at %s: %s', (now, id) => {
    const isMorningSaid = now.startsWith('2026-12-04');
    const asked = isMorningSaid ? sheet : sheetOf([person('Aline', 'Tilleuls', {})]);
    expect(halfDayToSay(asked, now)?.id).toBe(id);
  });
});
