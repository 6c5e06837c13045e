import { describe, expect, it } from '@jest/globals';
import { LIFECYCLES } from './lifecycles.js';

/** What `orderMail` and `ConventionNoticesService` fill in, in every sentence. */
const FILLED = [
  '{order}',
  '{school}',
  '{amount}',
  '{when}',
  '{convention}',
  '{ticket}',
  '{kit}',
  '{period}',
  '{module}',
  '{about}',
];

describe('the mail of a move', () => {
  it.each(LIFECYCLES)('has words for everyone whom the table of $table.name tells', ({ table, notices }) => {
    const wordless = table.tellings.filter((telling) => {
      const [action, who] = telling.split(' ') as [string, string];
      return notices[action]?.next[who] === undefined;
    });
    expect(wordless.map((telling) => `${table.name}: "${telling}" is told and has no words`)).toEqual([]);
  });

  it.each(LIFECYCLES)('has only blanks that are filled, what happened and what is next: $table.name', ({ notices }) => {
    const sentences = Object.values(notices).flatMap(({ told, next }) => [told, ...Object.values(next)]);
    const blanks = sentences.flatMap((sentence) => sentence?.match(/\{\w*\}?/g) ?? []);
    expect(blanks.filter((blank) => !FILLED.includes(blank))).toEqual([]);
  });

  it('says something of each move', () => {
    const words = LIFECYCLES.flatMap(({ notices }) => Object.values(notices));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ subject, told }) => !subject || !/\.$/.test(told))).toEqual([]);
  });
});
