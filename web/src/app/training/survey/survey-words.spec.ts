import { describe, expect, it } from '@jest/globals';
import { answeredWords, givenOf, NOTHING_TYPED, surveyBars, typedOf } from './survey-words';

const graded = [1, 0, 2, 5].map((people, at) => ({ grade: at + 1, people }));
const uses = [
  { use: 'yes' as const, people: 4 },
  { use: 'perhaps' as const, people: 3 },
  { use: 'no' as const, people: 1 },
];
const told = { asked: 12, answered: 8, useful: graded, level: graded, uses, remarks: [] };

describe('what is typed', () => {
  it('is an answer once each of the three questions has one', () => {
    expect(givenOf(NOTHING_TYPED)).toBeNull();
    expect(givenOf({ useful: '4', level: '3', uses: '', remark: 'Merci' })).toBeNull();
    expect(givenOf({ useful: '4', level: '3', uses: 'no', remark: '  ' })).toEqual({
      ...{ useful: 4, level: 3, uses: 'no', remark: null },
    });
  });

  it('begins with what was answered before', () => {
    const given = { useful: 2, level: 1, uses: 'perhaps' as const, remark: 'Trop court' };
    expect(givenOf(typedOf(given))).toEqual(given);
    expect(typedOf(null)).toBe(NOTHING_TYPED);
  });
});

describe('what is told', () => {
  it('says how many answered, or that they are too few', () => {
    const said = (result: Parameters<typeof answeredWords>[0]) => answeredWords(result).replaceAll('\u00a0', ' ');
    expect(said(told)).toBe('8 réponses sur 12 personnes interrogées, sans les noms');
    expect(said({ asked: 2, answered: null })).toMatch(/^2 personnes interrogées\. .* à partir de 3/);
  });

  it('stands in bars, the best grade first, each of those who answered', () => {
    const [useful, , used] = surveyBars(told);
    expect(useful!.bars[0]).toEqual({ word: 'Tout à fait', people: 5, share: 63 });
    expect(useful!.bars.map(({ people }) => people)).toEqual([5, 2, 0, 1]);
    expect(used!.bars.map(({ word }) => word)).toEqual(['Oui', 'Peut-être', 'Non']);
  });

  it('is nothing while too few have answered', () => {
    expect(surveyBars({ ...told, answered: null })).toEqual([]);
  });
});
