import { describe, expect, it } from '@jest/globals';
import { isJudged, doubtfulEquivalents } from './judged.ts';
import { firstFailure, specCollector } from './specs.ts';

const place = { line: '', replacement: '""', mutator: 'StringLiteral' };

describe('what is judged', () => {
  it.each([
    ['a state in a move', { ...place, file: 'orders/order-lifecycle.ts', original: "'draft'" }, true],
    [
      'the name of a column in a file',
      { ...place, file: 'directory/pupils-file.ts', original: "'Rentrée scolaire'" },
      true,
    ],
    ['a word of a row', { ...place, file: 'orders/order-states.ts', original: "'Brouillon'" }, false],
    ['a sentence', { ...place, file: 'directory/row-words.ts', original: "'la date'" }, false],
    [
      'what decides among words',
      { ...place, file: 'directory/row-words.ts', original: 'x', mutator: 'ConditionalExpression' },
      true,
    ],
  ])('%s: %#', (_case, asked, judged) => expect(isJudged(asked)).toBe(judged));

  it('leaves out a listed change, and tells a list that speaks of what is gone, or of two things', () => {
    const file = 'directory/siret.ts';
    const listed = { ...place, mutator: 'ConditionalExpression', file, original: 'siret.length === 14' };
    expect(doubtfulEquivalents([file]).map(({ listed: { original } }) => original)).toContain('siret.length === 14');
    expect(isJudged({ ...listed, replacement: 'true' })).toBe(false);
  });
});

describe('specifications run in memory', () => {
  it('stop at the first that fails, whether it stands alone or in a table', () => {
    const { bodies, globals } = specCollector();
    const ran: string[] = [];
    globals.describe('a group', () => {
      globals.it('holds', () => void ran.push('one'));
      globals.it.each([
        ['two', false],
        ['three', true],
      ])('%s', (name, fails) => {
        ran.push(String(name));
        if (fails) throw new Error('noticed');
      });
      globals.it('is not reached', () => void ran.push('four'));
    });
    expect(firstFailure(bodies)?.message).toBe('noticed');
    expect(ran).toEqual(['one', 'two', 'three']);
  });

  it('cannot wait', () => expect(firstFailure([() => Promise.resolve()])?.message).toMatch(/waits/));
});
