import { describe, expect, it } from '@jest/globals';
import { lossWords } from './loss-words';

const words = (lostActs: number, countedAnew = false) => lossWords({ lostActs, countedAnew }).replace(/\u00a0/g, ' ');
const LOOK = 'Vérifiez vos derniers tickets et commandes.';

describe('what a phone has lost', () => {
  it('is said in a sentence, and is nothing where nothing is missing', () => {
    expect(words(0)).toBe('');
    expect(words(1)).toBe(`1 acte noté ici n’est jamais arrivé. ${LOOK}`);
    expect(words(3)).toBe(`3 actes notés ici ne sont jamais arrivés. ${LOOK}`);
    expect(words(0, true)).toBe(`Ce téléphone a perdu ce qu’il gardait. ${LOOK}`);
    expect(words(2, true)).toBe(
      `2 actes notés ici ne sont jamais arrivés ; ce téléphone a perdu ce qu’il gardait. ${LOOK}`,
    );
  });
});
