import { describe, expect, it } from '@jest/globals';
import type { FleetCounts, FleetWord } from '@parc/api-client';
import {
  counters,
  countsWords,
  entryTitle,
  importsTitle,
  missingWords,
  reportTitle,
  wordLabel,
} from './fleet-import-words';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const NONE: FleetCounts = { created: 0, unchanged: 0, changed: 0, refused: 0, rooms: 0 };

describe('the title of a list', () => {
  it.each<[string, Partial<FleetCounts>, number, string]>([
    ['what waits for an answer first', { created: 5 }, 2, '2 mots du fichier attendent votre réponse'],
    ['what it would do', { created: 1_200, changed: 1 }, 0, '1 200 appareils à créer, 1 appareil à changer'],
    ['that it brings nothing', { unchanged: 8 }, 0, 'Tout est déjà au parc'],
    ['that nothing of it is right', { refused: 3 }, 0, 'Rien à importer, des lignes sont refusées'],
  ])('says %s', (_, counts, undecided, title) => {
    expect(plain(entryTitle({ counts: { ...NONE, ...counts }, undecided }))).toBe(title);
  });

  it('says what was done once it is in', () => {
    expect(plain(reportTitle({ counts: { ...NONE, created: 2, changed: 3 } }))).toBe(
      'Import terminé : 2 appareils créés, 3 appareils changés',
    );
    expect(plain(reportTitle({ counts: { ...NONE, unchanged: 2 } }))).toBe('Import terminé : rien n’a changé');
    expect(importsTitle(0)).toBe('Reprendre un parc existant');
  });
});

describe('the words of a list', () => {
  it('tell where its rows went, without what is none', () => {
    expect(plain(countsWords({ ...NONE, created: 1, refused: 2 }))).toBe('1 appareil créé, 2 lignes refusées');
    expect(plain(countsWords({ ...NONE, changed: 4, unchanged: 9 }))).toBe('0 appareil créé, 4 changés, 9 inchangés');
  });

  it('tell which refused rows wait for an answer alone', () => {
    const note = (refused: number, waiting: number) => plain(counters({ ...NONE, refused }, false, waiting)[3]!.note);
    expect([note(3, 0), note(3, 3), note(12, 8)]).toEqual([
      ...['lignes à corriger', 'en attente de vos réponses', 'dont 8 en attente de vos réponses'],
    ]);
    expect(counters({ ...NONE, rooms: 2 }, true)[0]).toMatchObject({ label: 'Créés', note: 'et 2\u00a0salles' });
  });

  it('ask for the columns without which nothing is read', () => {
    expect(missingWords([])).toBe('');
    expect(missingWords(['model'])).toBe('Dites quelle colonne contient le modèle : sans cela, rien n’est lu.');
    expect(missingWords(['serial', 'place', 'model'])).toBe(
      'Dites quelle colonne contient le numéro de série ou l’étiquette, l’école ou le lieu et le modèle : sans cela, rien n’est lu.',
    );
  });

  it('name a word with its rows, even one that is empty', () => {
    const word = (text: string): FleetWord => ({ topic: 'state', text, rows: 2, meaning: null });
    expect(plain(wordLabel(word('HS')))).toBe('« HS », 2 lignes');
    expect(plain(wordLabel(word('')))).toBe('rien d’écrit, 2 lignes');
  });
});
