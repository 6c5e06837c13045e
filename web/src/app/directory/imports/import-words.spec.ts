import { describe, expect, it } from '@jest/globals';
import { importAnswer } from './import.fixture';
import {
  accentsWarning,
  encodingWords,
  firstView,
  headerWords,
  historyTitle,
  importTitle,
  importUnder,
  missingWords,
  readView,
  readWords,
  restWords,
  resultWords,
  rowOutcome,
  rowState,
  sumWords,
  valueWords,
} from './import-words';
import { sizeWords } from '../../shell/files/file-size';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the title of an import', () => {
  const title = (given: Parameters<typeof importAnswer>[0]): string => plain(importTitle(importAnswer(given)));

  it('says what there is to read, and that nothing is applied', () => {
    expect(title({})).toBe('43 changements à relire, rien n’est encore appliqué');
    expect(title({ counts: { created: 0, changed: 1 } })).toBe('1 changement à relire, rien n’est encore appliqué');
  });

  it('says that there is nothing to do, and what was refused all the same', () => {
    expect(title({ counts: { created: 0, changed: 0, refused: 0 } })).toBe('Rien à changer : tout est déjà à jour');
    expect(title({ counts: { created: 0, changed: 0, refused: 0, unchanged: 0, ignored: 24 } })).toBe(
      'Rien à changer : aucune ligne ne concerne le plan',
    );
    expect(title({ counts: { created: 0, changed: 0, refused: 5 } })).toBe('Rien à appliquer, 5 lignes refusées');
  });

  it('counts the rows while they are read', () => {
    expect(title({ state: 'reading', progress: { rows: 12_000, bytes: 1 } })).toBe('12 000 lignes lues jusqu’ici');
    expect(title({ state: 'reading', progress: { rows: 0, bytes: 0 } })).toBe('Lecture en cours');
  });

  it('says how it ended', () => {
    expect(title({ state: 'applied' })).toBe('43 changements appliqués');
    expect(title({ state: 'refused' })).toBe('Ce fichier ne se lit pas');
    expect(title({ state: 'interrupted' })).toBe('La lecture s’est interrompue');
  });

  it('is followed by what was imported, and who applied it', () => {
    expect(plain(importUnder(importAnswer({})))).toBe(
      'import de l’annuaire national de l’éducation · lu le mar. 24 nov. à 9 h 42',
    );
    const applied = importAnswer({ state: 'applied', appliedAt: '2026-11-24T09:00:00Z', appliedByName: 'Sarah' });
    expect(plain(importUnder(applied))).toBe(
      'import de l’annuaire national de l’éducation · appliqué le mar. 24 nov. à 10 h par Sarah',
    );
  });
});

describe('the figures of a preview', () => {
  it('add up to the rows of the file, what is left aside included', () => {
    expect(plain(readWords(importAnswer({ counts: { rows: 67_249 } }).counts))).toBe('67 249 lignes lues');
    expect(plain(sumWords(importAnswer({}).counts))).toBe('= 12 + 31 + 229 + 5');
    expect(plain(sumWords(importAnswer({ counts: { ignored: 1_204 } }).counts))).toBe('= 12 + 31 + 229 + 5 + 1 204');
  });

  it('say what the button would leave', () => {
    expect(plain(resultWords(importAnswer({})))).toBe(
      '12 écoles créées, 31 modifiées, aucune supprimée : de 265 à 277 écoles.',
    );
    expect(plain(resultWords(importAnswer({ counts: { created: 0, changed: 1 } })))).toBe(
      'Aucune école créée, 1 modifiée, aucune supprimée.',
    );
    expect(plain(resultWords(importAnswer({ kind: 'pupils', counts: { created: 1, changed: 0 } })))).toBe(
      '1 effectif créé, aucun modifié, aucun supprimé.',
    );
    expect(plain(resultWords(importAnswer({ kind: 'public-holidays', counts: { created: 11 }, existing: 0 })))).toBe(
      '11 jours fériés créés, 31 modifiés, aucun supprimé : de 0 à 11 jours fériés.',
    );
  });

  it('say what happens to the rest', () => {
    expect(restWords(importAnswer({}))).toContain('Les 5 lignes refusées ne changent rien.');
    expect(restWords(importAnswer({ counts: { refused: 1 } }))).toContain('La ligne refusée ne change rien.');
    expect(restWords(importAnswer({ counts: { refused: 0 } }))).toBe(
      'Un second import du même fichier ne change plus rien.',
    );
    expect(missingWords(importAnswer({}))).toBe('Les 3 absentes gardent leur fiche et leurs commandes.');
    expect(missingWords(importAnswer({ kind: 'public-holidays', counts: { missing: 1 } }))).toBe(
      'L’absent reste férié.',
    );
    expect(missingWords(importAnswer({ counts: { missing: 0 } }))).toBe('');
  });

  it('open with what changes, else with what is new, else with why there is nothing', () => {
    expect(firstView(importAnswer({}).counts)).toBe('changed');
    expect(firstView(importAnswer({ counts: { changed: 0 } }).counts)).toBe('created');
    expect(firstView(importAnswer({ counts: { created: 0, changed: 0 } }).counts)).toBe('refused');
    expect(readView('absentes')).toBe('missing');
    expect(readView('autre')).toBeNull();
  });
});

describe('the accents to look at before applying', () => {
  const { file } = importAnswer({});

  it('are said of a file from an old Mac and of one encoded twice, and of no other', () => {
    expect(accentsWarning({ file, warnings: [] })).toBe('');
    expect(accentsWarning({ file: { ...file, encoding: 'macintosh' }, warnings: [] })).toContain('ancien Mac');
    expect(accentsWarning({ file, warnings: [{ code: 'encoded-twice', label: '', count: 2 }] })).toContain('Ã‰cole');
  });
});

describe('the file in words', () => {
  it('says how it was understood', () => {
    const { file } = importAnswer({});
    expect(encodingWords(file)).toBe('UTF-8, colonnes séparées par « ; »');
    expect(encodingWords({ ...file, encoding: 'windows-1252', separator: '\t' })).toBe(
      'Windows-1252, colonnes séparées par des tabulations',
    );
    expect(encodingWords({ ...file, encoding: 'macintosh' })).toContain('Mac Roman');
    expect(plain(headerWords(file))).toBe('En-tête 2026 : 71 colonnes, 24 utiles');
    expect(plain(headerWords({ ...file, headerStyle: 'other', columnCount: 4, usedColumnCount: 1 }))).toBe(
      'En-tête reconnu : 4 colonnes, 1 utile',
    );
  });

  it.each([
    [320, '1 ko'],
    [48_200, '48 ko'],
    [1_240_000, '1,2 Mo'],
    [38_900_000, '39 Mo'],
  ])('weighs %i bytes as %s', (bytes, words) => {
    expect(plain(sizeWords(bytes))).toBe(words);
  });
});

describe('a value of a file', () => {
  it('is a day as people write it, or itself', () => {
    expect(plain(valueWords('2026-12-25'))).toBe('25 déc. 2026');
    expect(valueWords('0421234X')).toBe('0421234X');
    expect(valueWords('2026-13-45')).toBe('2026-13-45');
  });
});

describe('the list of files', () => {
  const row = { ...importAnswer({}), ...importAnswer({}).counts, fileName: 'annuaire.csv', appliedAt: null };

  it('says what each did or would do', () => {
    expect(plain(rowOutcome({ ...row, refused: 1 }))).toBe('12 créées · 31 modifiées · 1 ligne refusée');
    expect(plain(rowOutcome({ ...row, created: 0, changed: 0, refused: 0 }))).toBe('Rien à changer');
    expect(rowOutcome({ ...row, state: 'reading' })).toBe('–');
  });

  it('asks to read again only what has something to apply', () => {
    expect(rowState(row).word).toBe('À relire');
    expect(rowState({ ...row, created: 0, changed: 0 }).word).toBe('Rien à appliquer');
    expect(rowState({ ...row, state: 'applied' }).word).toBe('Appliqué');
  });

  it('is titled by what waits, else by the last that was applied', () => {
    const applied = { ...row, state: 'applied' as const, appliedAt: '2026-11-24T09:00:00Z' };
    expect(plain(historyTitle([row, applied], null))).toBe('1 import à relire');
    expect(plain(historyTitle([applied], null))).toBe('Dernier import appliqué le mar. 24 nov. à 10 h');
    expect(historyTitle([{ ...row, created: 0, changed: 0 }], null)).toBe('Aucun import à relire');
    expect(historyTitle([], null)).toBe('Aucun fichier importé');
    expect(historyTitle([], 'pupils')).toBe('Aucun import : élèves et classes');
  });
});
