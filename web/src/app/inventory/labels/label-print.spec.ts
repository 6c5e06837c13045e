import { describe, expect, it } from '@jest/globals';
import { afterPrinting, FIRST_PRINTER, isPrinter, nextPlace, printWords, sheetsAddress } from './label-print';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('what lies in the printer of a device', () => {
  it('goes on where the last sheet ended', () => {
    const once = afterPrinting(FIRST_PRINTER, { labels: 25, start: 1 });
    expect(nextPlace(once, 'a4-21')).toBe(5);
    expect(nextPlace(afterPrinting(once, { labels: 17, start: 5 }), 'a4-21')).toBe(1);
    expect(nextPlace(once, 'a4-65')).toBe(1);
  });

  it('is forgotten when it no longer makes sense', () => {
    expect([isPrinter(FIRST_PRINTER), isPrinter(null), isPrinter({ format: 'a5', next: {} }), isPrinter('x')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    for (const place of [0, 22, 1.5, -3])
      expect(nextPlace({ format: 'a4-21', next: { 'a4-21': place } }, 'a4-21')).toBe(1);
  });

  it('says what will come out of it', () => {
    expect(plain(printWords('a4-21', 1, 1))).toBe('Imprimer 1 étiquette sur 1 page');
    expect(plain(printWords('a4-21', 21, 2))).toBe('Imprimer 21 étiquettes sur 2 pages');
    expect(plain(printWords('roll-62', 3, 1))).toBe('Imprimer 3 étiquettes');
  });

  it('is asked for at one address', () => {
    expect(sheetsAddress('/sheets.pdf', { ids: ['a,b'], contents: true }, 'a4-65', 7)).toBe(
      '/sheets.pdf?ids=a%2Cb&contents=true&format=a4-65&start=7',
    );
    expect(sheetsAddress('/sheets.pdf', { schoolId: 's' }, 'a4-21', 1)).toBe(
      '/sheets.pdf?schoolId=s&format=a4-21&start=1',
    );
  });
});
