import { describe, expect, it } from '@jest/globals';
import { decimals, euros, french, frenchDay } from './french.js';

describe('French formats', () => {
  it.each([
    [123450, '1\u202f234,50\u202f€'],
    [0, '0,00\u202f€'],
    [-5, '−0,05\u202f€'],
    [123456789, '1\u202f234\u202f567,89\u202f€'],
  ])('%i cents are %s', (cents, text) => expect(euros(cents)).toBe(text));

  it('leaves the unit to the head of a column', () => expect(decimals(150)).toBe('1,50'));

  it.each([
    ['Pourquoi ?', 'Pourquoi\u202f?'],
    ['« oui »', '«\u202foui\u202f»'],
    ['10 000 €', '10\u202f000\u202f€'],
  ])('puts narrow spaces into %s', (text, expected) => expect(french(text)).toBe(expected));

  it.each([
    ['depuis le mar. 24 nov.. Vérifiez sur place.', 'depuis le mar. 24 nov. Vérifiez sur place.'],
    ['à partir du mar. 24 nov..', 'à partir du mar. 24 nov.'],
    ['le mar. 5 mai. Vérifiez.', 'le mar. 5 mai. Vérifiez.'],
    ['à suivre...', 'à suivre...'],
  ])('ends on one full stop: %s', (text, expected) => expect(french(text)).toBe(expected));

  it.each([
    ['2026-11-24', undefined, 'mar. 24 nov.'],
    ['2026-11-01', undefined, 'dim. 1er nov.'],
    ['2027-01-04', 2026, 'lun. 4 janv. 2027'],
    ['2026-01-05', 2026, 'lun. 5 janv.'],
  ])('%s seen from %p is %s', (day, year, text) => expect(frenchDay(day, year)).toBe(text));

  it('names each month and each day of the week', () => {
    const months = Array.from({ length: 12 }, (_, i) => frenchDay(`2026-${String(i + 1).padStart(2, '0')}-15`));
    expect(months.map((day) => day.split(' ')[2])).toEqual(
      'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    );
    const week = Array.from({ length: 7 }, (_, i) => frenchDay(`2026-11-${22 + i}`).split(' ')[0]);
    expect(week).toEqual(['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.']);
  });

  it.each([
    ['Trois ; deux : un !', 'Trois\u202f; deux\u202f: un\u202f!'],
    ['80 % de « ceci » et « cela »', '80\u202f% de «\u202fceci\u202f» et «\u202fcela\u202f»'],
    ['le 5 2026 et 12 3456', 'le 5 2026 et 12 3456'],
    ['salle 3', 'salle 3'],
  ])('leaves other spaces alone: %s', (text, expected) => expect(french(text)).toBe(expected));

  it('writes less than a euro, and a debt above a thousand', () => {
    expect(decimals(7)).toBe('0,07');
    expect(decimals(-123_456)).toBe('−1\u202f234,56');
    expect(decimals(99_999)).toBe('999,99');
  });
});
