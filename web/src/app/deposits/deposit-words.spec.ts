import { describe, expect, it } from '@jest/globals';
import { depositLines, depositsTitle, depositTexts, objectAddress, wordForWord } from './deposit-words';

/** Spaces of typography are not what is looked at here. */
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');

describe('what a phone has handed in', () => {
  it('says a repair as its author would', () => {
    const repair = {
      cause: 'battery',
      repair: 'replaced',
      minutes: 35,
      priceCents: 0,
      device: 'stays',
      note: 'Gonflée.',
    };
    expect(depositTexts(JSON.stringify(repair)).map(plain)).toEqual(['Batterie, pièce remplacée, 35 min. Gonflée.']);
  });

  it('says of a report its note, why less, and how much was served', () => {
    const line = { lineId: 'x', quantity: 1, lessReason: 'Mur trop fin' };
    const report = { note: 'Écran posé', lines: [line], extraLines: [], seenCents: 100 };
    expect(depositTexts(JSON.stringify(report)).map(plain)).toEqual([
      'Écran posé',
      'Mur trop fin',
      '1 ligne de commande servie.',
    ]);
  });

  it('says of another form whatever somebody has written, and of what was taken out its mark', () => {
    expect(depositTexts(JSON.stringify({ kind: 'note', said: [{ text: 'Porte fermée à clé' }] }))).toEqual([
      'Porte fermée à clé',
    ]);
    expect(depositTexts('[texte retiré]')).toEqual(['[texte retiré]']);
    expect([depositTexts(''), depositTexts('null')]).toEqual([[], []]);
  });

  it('stands word for word beside it, where it is still there', () => {
    expect(wordForWord('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect([wordForWord('[texte retiré]'), wordForWord('')]).toEqual(['', '']);
  });

  it('leads to what it is about, where that has a page', () => {
    expect(objectAddress({ objectKind: 'ticket', objectId: 'a' })).toEqual(['/tickets', 'a']);
    expect(objectAddress({ objectKind: 'order', objectId: 'a' })).toEqual(['/commandes', 'a']);
    expect(objectAddress({ objectKind: 'visit', objectId: 'a' })).toEqual(['/interventions', 'a']);
    expect(objectAddress({ objectKind: 'inventory', objectId: 'a' })).toBeNull();
  });
});

describe('what is to be read', () => {
  it('is counted, and is no line of the desk where there is none', () => {
    expect(depositLines(0)).toEqual([]);
    expect(depositLines(2).map(({ title }) => plain(title))).toEqual(['2 travaux à lire']);
    expect([depositsTitle(false, 0), depositsTitle(true, 0)]).toEqual(['Rien à lire', 'Aucun travail lu']);
    expect([depositsTitle(false, 1), depositsTitle(true, 3)].map(plain)).toEqual(['1 travail à lire', '3 travaux lus']);
  });
});
