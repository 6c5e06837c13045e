import { describe, expect, it } from '@jest/globals';
import { kindsOf, kindsWhere } from '../kinds/kinds.js';
import { IMPORT_KINDS } from './import-kinds.js';

describe('the files that bring the directory up to date', () => {
  it('are five, and the national directory alone is read by what it reaches', () => {
    expect(kindsOf(IMPORT_KINDS)).toHaveLength(5);
    expect(kindsWhere(IMPORT_KINDS, ({ byReach }) => byReach)).toEqual(['national-directory']);
    expect(kindsWhere(IMPORT_KINDS, ({ byReach }) => byReach === false)).toHaveLength(4);
  });

  it('have words and titles of their own', () => {
    for (const key of ['word', 'title'] as const) {
      const words = Object.values(IMPORT_KINDS).map((row) => row[key]);
      expect(new Set(words.filter(Boolean)).size).toBe(5);
    }
  });
});
