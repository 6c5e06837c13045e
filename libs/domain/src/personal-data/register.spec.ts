import { describe, expect, it } from '@jest/globals';
import { termSaid } from './register.js';

describe('a term', () => {
  it.each([
    [{ days: 1, since: 'le dernier essai' }, '1 jour après le dernier essai'],
    [{ days: 90, since: 'la dernière entrée' }, '90 jours après la dernière entrée'],
    [{ months: 1, since: 'l’événement' }, '1 mois après l’événement'],
    [{ with: 'aussi longtemps que la commande' }, 'aussi longtemps que la commande'],
  ])('is said in French: %j', (term, said) => expect(termSaid(term)).toBe(said));
});
