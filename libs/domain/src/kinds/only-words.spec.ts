import { describe, expect, it } from '@jest/globals';
import { isKind } from './kinds.js';

describe('a word of a vocabulary', () => {
  it('is a text, and nothing that reads like one', () => {
    const rows = { public: {}, 1: {} };
    expect([isKind(rows, 'public'), isKind(rows, ['public']), isKind(rows, 1)]).toEqual([true, false, false]);
  });
});
