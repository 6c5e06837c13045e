import { describe, expect, it } from '@jest/globals';
import { ofCommune } from '@parc/domain';
import { partyInSentence } from './party-words';

describe('a party inside a sentence', () => {
  it('takes the article of a commune’s name into the complement', () => {
    expect(['Unieux', 'Le Chambon-Feugerolles', 'La Ricamarie', 'Échandon', 'Firminy'].map(ofCommune)).toEqual([
      'd’Unieux',
      'du Chambon-Feugerolles',
      'de La Ricamarie',
      'd’Échandon',
      'de Firminy',
    ]);
  });

  it('names each kind of party as French does', () => {
    expect(partyInSentence('metropole', { kind: 'commune', partyName: 'Unieux' })).toBe('la métropole');
    expect(partyInSentence('partner', { kind: 'commune', partyName: 'Unieux' })).toBe('la commune d’Unieux');
    expect(partyInSentence('partner', { kind: 'private-body', partyName: 'OGEC des Tilleuls' })).toBe(
      'l’OGEC des Tilleuls',
    );
    expect(partyInSentence('partner', { kind: 'medico-social-body', partyName: 'Fondation des Tilleuls' })).toBe(
      'la Fondation des Tilleuls',
    );
    expect(partyInSentence('partner', { kind: 'private-body', partyName: 'Les Tilleuls' })).toBe('Les Tilleuls');
    expect(partyInSentence('partner', { kind: 'framework', partyName: 'Éducation nationale' })).toBe(
      'l’Éducation nationale',
    );
  });
});
