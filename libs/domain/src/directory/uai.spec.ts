import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUai, makeUai, readUai } from './uai.js';

const anyUai = fc
  .record({ department: fc.integer({ min: 1, max: 999 }), number: fc.integer({ min: 0, max: 9999 }) })
  .map(({ department, number }) => makeUai(String(department), number));

describe('a UAI', () => {
  it.each([
    ['0421401V', '0421401V'],
    ['0421402W', '0421402W'],
    ['0421476B', '0421476B'],
    ['0420264J', '0420264J'],
    ['0941397H', '0941397H'],
    ['0421401v', '0421401V'],
    ['042 1401 V', '0421401V'],
    ['\u00A00421401V\t', '0421401V'],
  ])('« %s » is read as %s', (text, uai) => {
    expect(readUai(text)).toEqual({ valid: true, uai });
  });

  it.each([
    ['', 'uai-missing', null],
    ['   ', 'uai-missing', null],
    ['421401V', 'uai-lost-zero', '0421401V'],
    ['421401W', 'uai-wrong-shape', null],
    ['0421401W', 'uai-wrong-check-letter', '0421401V'],
    ['0421401I', 'uai-forbidden-letter', '0421401V'],
    ['0421401O', 'uai-forbidden-letter', '0421401V'],
    ['0421401Q', 'uai-forbidden-letter', '0421401V'],
    ['04214010', 'uai-wrong-shape', null],
    ['00421401V', 'uai-wrong-shape', null],
    ['0421401É', 'uai-wrong-shape', null],
    ['x0421401V', 'uai-wrong-shape', null],
  ])('« %s » is refused: %s', (text, code, suggestion) => {
    expect(readUai(text)).toEqual({ valid: false, code, suggestion });
  });

  it('is recognised only as it is stored: in capitals, without spaces', () => {
    expect(isUai('0421401V')).toBe(true);
    expect(isUai('0421401v')).toBe(false);
    expect(isUai('0421401W')).toBe(false);
  });

  it.each([
    ['042', 1401, '0421401V'],
    ['42', 1401, '0421401V'],
    ['2A', 0, '6200000F'],
    ['02b', 0, '7200000M'],
    ['974', 9999, '9749999A'],
  ])('is made for département %s, number %i', (department, number, uai) => {
    expect(makeUai(department, number)).toBe(uai);
  });

  it.each([
    ['42', 10_000],
    ['42', -1],
    ['42', 1.5],
    ['Loire', 1],
  ])('is not made for département %s, number %d', (department, number) => {
    expect(() => makeUai(department, number)).toThrow(`No UAI for number ${number} in département ${department}`);
  });

  it('that was made is valid, and survives case and spaces', () => {
    fc.assert(
      fc.property(anyUai, (uai) => {
        expect(isUai(uai)).toBe(true);
        expect(readUai(` ${uai.slice(0, 3)} ${uai.slice(3).toLowerCase()} `)).toEqual({ valid: true, uai });
      }),
    );
  });

  it('with one wrong figure never passes, nor with two neighbours exchanged', () => {
    const place = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(anyUai, place, fc.integer({ min: 1, max: 9 }), (uai, at, shift) => {
        const figure = (Number(uai.charAt(at)) + shift) % 10;
        expect(isUai(uai.slice(0, at) + figure + uai.slice(at + 1))).toBe(false);
        const exchanged = uai.slice(0, at) + uai.charAt(at + 1) + uai.charAt(at) + uai.slice(at + 2);
        expect(exchanged === uai || !isUai(exchanged)).toBe(true);
      }),
    );
  });
});
