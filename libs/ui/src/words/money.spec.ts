import { describe, expect, it } from '@jest/globals';
import { amount, money, parseMoney, shortMoney, signedMoney } from './money.js';

const narrow = (text: string) => text.replaceAll(' ', '\u202f');

describe('money as people read it', () => {
  it.each([
    [0, '0,00 €'],
    [5, '0,05 €'],
    [43_100, '431,00 €'],
    [123_450, '1 234,50 €'],
    [31_245_000, '312 450,00 €'],
    [100_000_000, '1 000 000,00 €'],
    [-900, '−9,00 €'],
  ])('%i cents read as "%s"', (cents, words) => {
    expect(money(cents)).toBe(narrow(words));
  });

  it('leaves the euro to the head of a column', () => {
    expect(amount(108_800)).toBe(narrow('1 088,00'));
  });

  it('drops cents that are zero where the place is narrow, and only those', () => {
    expect(shortMoney(105_400)).toBe(narrow('1 054 €'));
    expect(shortMoney(105_410)).toBe(narrow('1 054,10 €'));
  });

  it('says with a sign what a movement gives or takes', () => {
    expect(signedMoney(5_100)).toBe(narrow('+ 51,00 €'));
    expect(signedMoney(-43_100)).toBe(narrow('− 431,00 €'));
    expect(signedMoney(0)).toBe(narrow('0,00 €'));
  });

  it('refuses half a cent instead of rounding it', () => {
    expect(() => money(10.5)).toThrow(RangeError);
  });
});

describe('money as people type it', () => {
  it.each([
    ['431', 43_100],
    ['1 234,5', 123_450],
    ['1\u202f234,50\u202f€', 123_450],
    ['0.29', 29],
    ['-12,30', -1_230],
    ['−0', 0],
  ])('"%s" is %i cents', (text, cents) => {
    expect(parseMoney(text)).toBe(cents);
  });

  it.each(['', 'douze', '1,234', '12,3,4', '1.000,00', '--4'])('"%s" is no amount', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it('reads back whatever it writes', () => {
    for (const cents of [0, 1, 99, 100, 123_450, -5]) expect(parseMoney(money(cents))).toBe(cents);
  });
});
