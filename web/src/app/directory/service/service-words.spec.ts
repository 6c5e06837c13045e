import { describe, expect, it } from '@jest/globals';
import { closingsText, dayText, dayWords, readClosings, readDay, readMinutes, targetWords } from './service-words';

const DAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

describe('the hours of a day of service, as they are typed', () => {
  it.each(['08:00-12:00, 13:30-17:30', '8h-12h ; 13h30-17h30', '8 h à 12 h, 13 h 30 – 17 h 30'])('%s', (text) => {
    expect(readDay(text)).toEqual(DAY);
  });

  it('come back as they were, and none is closed', () => {
    expect(dayText(DAY)).toBe('8h-12h, 13h30-17h30');
    expect([readDay(dayText(DAY)), readDay(''), dayWords([])]).toEqual([DAY, [], 'fermé']);
    expect(readDay('00:00-24:00')).toEqual([{ from: '00:00', to: '24:00' }]);
  });

  it.each(['huit heures', '8h', '8h-12h-13h', '8h-', '8h5-12h'])('%s cannot be read', (text) => {
    expect(readDay(text)).toBeNull();
  });
});

describe('a target', () => {
  it.each([
    ['4 h', 240],
    ['4h30', 270],
    ['45 min', 45],
    ['0 h', null],
    ['4', null],
    ['quatre heures', null],
  ])('%s is %s minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it('says its days when they are whole', () => {
    expect([targetWords(480, 480), targetWords(2400, 480), targetWords(240, 480)]).toEqual([
      '8 h, soit 1 jour',
      '40 h, soit 5 jours',
      '4 h',
    ]);
  });
});

describe('closings, one a line', () => {
  const closings = [
    { from: '2026-12-24', to: '2026-12-31' },
    { from: '2027-05-07', to: '2027-05-07' },
  ];

  it('come back as they were', () => {
    expect(closingsText(closings)).toBe('24/12/2026 au 31/12/2026\n07/05/2027');
    expect([readClosings(closingsText(closings)), readClosings(' \n')]).toEqual([closings, []]);
  });

  it.each(['Noël', '24/12/2026 au', '31/02/2027', '1/1/2027 au 2/1/2027 au 3/1/2027'])('%s is none', (text) => {
    expect(readClosings(text)).toBeNull();
  });
});
