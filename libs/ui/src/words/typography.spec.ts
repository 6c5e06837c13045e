import { describe, expect, it } from '@jest/globals';
import { counted, french, wholeNumber } from './typography.js';

describe('French typography', () => {
  it.each([
    ['Tout est-il en place ?', 'Tout est-il en place\u202f?'],
    ['Poste partagé : la session', 'Poste partagé\u202f: la session'],
    ['ils deviendront « réalisés » ; puis', 'ils deviendront «\u202fréalisés\u202f»\u202f; puis'],
    ['il reste 20 % et 12 €', 'il reste 20\u202f% et 12\u202f€'],
    ["L'école d'à côté", 'L’école d’à côté'],
    ['Arrêtée 27 h 14, puis 45 min', 'Arrêtée 27\u202fh\u202f14, puis 45\u202fmin'],
    ['Échéance lun. 30 nov., 15 h', 'Échéance lun.\u00a030\u00a0nov., 15\u202fh'],
    ['en vigueur depuis le 1er janv. 2023', 'en vigueur depuis le 1er\u00a0janv. 2023'],
  ])('sets "%s"', (typed, printed) => {
    expect(french(typed)).toBe(printed);
  });

  it.each(['16:45', 'https://exemple.fr/a?b=c', 'C-2026-00184', 'rien à faire', '5 heures', '3 marseillais'])(
    'leaves "%s" alone',
    (text) => {
      expect(french(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    const once = french("L'installateur : « c'est posé » !");
    expect(french(once)).toBe(once);
  });
});

describe('numbers and what they count', () => {
  it('groups thousands', () => {
    expect(wholeNumber(17_000)).toBe('17\u202f000');
    expect(wholeNumber(-1_204)).toBe('−1\u202f204');
    expect(wholeNumber(999)).toBe('999');
  });

  it('counts 0 and 1 in the singular', () => {
    expect(counted(0, 'commande')).toBe('0\u00a0commande');
    expect(counted(1, 'commande')).toBe('1\u00a0commande');
    expect(counted(2, 'commande')).toBe('2\u00a0commandes');
    expect(counted(3, 'travail', 'travaux')).toBe('3\u00a0travaux');
  });
});
