import { describe, expect, it } from '@jest/globals';
import { capital } from './french.js';
import { bodyInSentence, communeInSentence } from './french-names.js';

describe('a name inside a sentence', () => {
  it.each([
    ['Unieux', 'la commune d’Unieux'],
    ['Saint-Étienne', 'la commune de Saint-Étienne'],
    ['Le Chambon-Feugerolles', 'la commune du Chambon-Feugerolles'],
    ['Les Noës', 'la commune des Noës'],
    ['La Ricamarie', 'la commune de La Ricamarie'],
    ['L’Étrat', 'la commune de L’Étrat'],
  ])('of the commune « %s » is « %s »', (name, words) => expect(communeInSentence(name)).toBe(words));

  it.each([
    ['OGEC Saint-Louis', 'l’OGEC Saint-Louis'],
    ['AGEC du Pilat', 'l’AGEC du Pilat'],
    ['Association Les Horizons', 'l’Association Les Horizons'],
    ['Direction diocésaine', 'la Direction diocésaine'],
    ['Fondation OVE', 'la Fondation OVE'],
  ])('of the body « %s » is « %s »', (name, words) => expect(bodyInSentence(name)).toBe(words));

  it.each(['Union des OGEC', 'Amis de la Fondation', 'Directions réunies'])('of « %s » stays as it is', (name) => {
    expect(bodyInSentence(name)).toBe(name);
  });
});

describe('a word that begins a sentence', () => {
  it.each([
    ['école', 'École'],
    ['service fait', 'Service fait'],
    ['REP', 'REP'],
    ['', ''],
  ])('« %s » is « %s »', (word, begun) => expect(capital(word)).toBe(begun));
});
