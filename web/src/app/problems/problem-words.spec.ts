import { describe, expect, it } from '@jest/globals';
import { aboutWords, hinderedWords, knownWords, problemsTitle, touchedWords } from './problem-words';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const INTERNET = { about: 'service', service: 'internet', modelName: null, symptom: null } as const;

describe('the words of a problem', () => {
  it.each([
    [{ ...INTERNET, communeName: 'Sorbiers' }, 'Internet, à Sorbiers'],
    [{ ...INTERNET, communeName: null }, 'Internet, partout'],
    [
      { about: 'model', service: null, modelName: 'Tablette 10″', symptom: 'no-charge', communeName: null },
      'Tablette 10″ : ne charge plus, partout',
    ],
    [{ about: 'other', service: null, modelName: null, symptom: null, communeName: null }, 'Plusieurs choses, partout'],
  ] as const)('say what it breaks, and where: %j', (problem, words) => {
    expect(plain(aboutWords(problem))).toBe(words);
  });

  it.each([
    [{ tickets: 0, ticketsOpen: 0, schools: 0 }, 'Aucun ticket'],
    [{ tickets: 12, ticketsOpen: 3, schools: 9 }, '12 tickets dont 3 ouverts, 9 écoles'],
    [{ tickets: 1, ticketsOpen: 1, schools: 1 }, '1 ticket dont 1 ouvert, 1 école'],
  ])('say what it touches: %j', (problem, words) => {
    expect(plain(touchedWords(problem))).toBe(words);
  });

  it('say how many it hinders, and what schools read', () => {
    expect(plain(hinderedWords({ schools: 2, classes: 1 }))).toBe('2 écoles, 1 classe gênée');
    expect(knownWords({ title: 'Internet coupé', told: null })).toBe('Internet coupé.');
    expect(knownWords({ title: 'Internet coupé', told: 'Fibre coupée.' })).toBe('Fibre coupée.');
  });

  it.each([
    [true, 0, 'Aucun problème ouvert'],
    [true, 2, '2 problèmes ouverts'],
    [false, 1, '1 problème terminé'],
  ])('count them: %s %i', (open, total, words) => {
    expect(plain(problemsTitle(open, total))).toBe(words);
  });
});
