import { describe, expect, it } from '@jest/globals';
import {
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  FIXTURE_UAIS,
  REFUSED_ROWS,
  directoryCells,
} from './national-directory.fixture.js';
import type { DirectoryRefusal } from './national-directory-refusals.js';
import { openNationalDirectory } from './national-directory.js';
import { directoryRefusalSentences } from './refusal-words.js';
import { HEADER_REFUSAL_WORDS } from './row-words.js';
import { FIELD_WORDS, schoolValueWords } from './school-words.js';
import { makeUai } from './uai.js';

function refusedRow(code: DirectoryRefusal) {
  const reader = openNationalDirectory(FIXTURE_HEADER, { territory: FIXTURE_TERRITORY, uais: FIXTURE_UAIS });
  if (reader.outcome === 'refused') throw new Error(reader.code);
  reader.readRow(directoryCells(), 2);
  const row = reader.readRow(REFUSED_ROWS[code], 3);
  if (row.outcome !== 'refused') throw new Error(row.outcome);
  return row;
}

const everyCode = Object.keys(REFUSED_ROWS) as DirectoryRefusal[];

describe('the sentence of a refused row', () => {
  it.each(everyCode)('%s speaks French to a person: no code, no exclamation, no blank', (code) => {
    const { reason, fate } = directoryRefusalSentences(refusedRow(code), () => false);
    for (const sentence of [reason, fate]) {
      expect(sentence).toMatch(/^[A-ZÉ«].*[.?]$/);
      expect(sentence).not.toMatch(/!|undefined|null|'| {2}/);
      expect(sentence).not.toContain(code);
    }
  });

  it('is another for each reason', () => {
    const reasons = everyCode.map((code) => directoryRefusalSentences(refusedRow(code), () => false).reason);
    expect(new Set(reasons).size).toBe(everyCode.length);
  });

  it('shows the right letter of a UAI', () => {
    const { reason } = directoryRefusalSentences(refusedRow('uai-wrong-check-letter'), () => false);
    expect(reason).toContain(`devrait être ${makeUai('042', 9013).slice(-1)},`);
  });

  it.each<[string, DirectoryRefusal, string[], string]>([
    ['a known school', 'siret-wrong', [makeUai('042', 9033)], 'École connue : sa fiche reste comme elle est.'],
    ['a new school', 'siret-wrong', [], 'École encore inconnue : elle n’est pas créée.'],
    [
      'the school probably meant',
      'uai-lost-zero',
      [makeUai('042', 9011)],
      `L’école ${makeUai('042', 9011)} existe : sa fiche reste comme elle est.`,
    ],
    ['no school that can be told', 'uai-lost-zero', [], 'Aucune école n’est créée ni modifiée.'],
    ['no UAI at all', 'uai-missing', [], 'Aucune école n’est créée ni modifiée.'],
    [
      'a school already read',
      'uai-repeated',
      [makeUai('042', 9001)],
      'La ligne 2 est retenue, celle-ci est laissée de côté.',
    ],
  ])('says what becomes of %s', (_case, code, known, fate) => {
    expect(directoryRefusalSentences(refusedRow(code), (uai) => known.includes(uai)).fate).toBe(fate);
  });
});

describe('the sentence of a refused file', () => {
  it('names one column or several', () => {
    expect(HEADER_REFUSAL_WORDS['columns-missing'](['etat'])).toBe(
      'Il manque dans le fichier la colonne « etat ». Rien n’est importé.',
    );
    expect(HEADER_REFUSAL_WORDS['column-repeated'](['etat', 'UAI'])).toBe(
      'Le fichier contient deux fois les colonnes « etat », « UAI ». Rien n’est importé.',
    );
  });

  it('says what to do about an empty header and an unknown separator', () => {
    expect(HEADER_REFUSAL_WORDS['header-empty']([])).toContain('nommer les colonnes');
    expect(HEADER_REFUSAL_WORDS['separator-unknown']([])).toContain('points-virgules');
  });
});

describe('a changed value in words', () => {
  it.each([
    ['state', 'closed', 'fermée'],
    ['sector', 'private', 'privée'],
    ['stateContract', null, 'sans objet'],
    ['stateContract', 'none', 'hors contrat'],
    ['kind', 'teaching-unit', 'unité d’enseignement'],
    ['priority', 'REP+', 'REP+'],
    ['telephone', null, 'vide'],
    ['closingAnnounced', true, 'oui'],
    ['hasInclusionClass', false, 'non'],
    ['name', 'École du Pré', 'École du Pré'],
    ['latitude', 45.5, '45.5'],
  ] as const)('%s %s is « %s »', (field, value, words) => {
    expect(schoolValueWords(field, value)).toBe(words);
  });

  it('stands under a label and a heading of the preview', () => {
    expect(FIELD_WORDS.priority).toEqual({ label: 'Éducation prioritaire', group: 'network' });
  });
});
