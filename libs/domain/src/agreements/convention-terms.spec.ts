import { describe, expect, it } from '@jest/globals';
import { CONVENTION_KINDS, USUAL_CONVENTION } from './convention-kinds.js';

/** One line a kind: bodies that sign it, and who bears running costs where it says so. */
// prettier-ignore
const TERMS = [
  ['framework',          [],                   null],
  ['commune',            [],                   null],
  ['private-body',       ['ogec', 'diocese'],  'partner'],
  ['medico-social-body', ['medico-social'],    'shared'],
] as const;

describe('what a convention says of its own', () => {
  it.each(TERMS)('%s: signed by %j, running costs borne by %s', (kind, bodies, runningCosts) => {
    expect(CONVENTION_KINDS[kind].bodies).toEqual(bodies);
    expect(CONVENTION_KINDS[kind].terms?.runningCosts ?? null).toBe(runningCosts);
  });

  it('is a commune’s as long as nothing else was chosen', () => expect(USUAL_CONVENTION).toBe('commune'));
});
