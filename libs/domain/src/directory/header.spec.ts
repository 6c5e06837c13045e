import { describe, expect, it } from '@jest/globals';
import { readHeader } from './header.js';

const WANTED = {
  uai: { label: 'Identifiant_de_l_etablissement', alsoNamed: ['UAI'], required: true },
  state: { label: 'etat', required: true },
  postalCode: { label: 'Code_postal', required: false },
} as const;

describe('the header of a file', () => {
  it.each([
    ['as published', ['Identifiant_de_l_etablissement', 'etat', 'Code_postal']],
    ['with spaces, as in 2023', ['Identifiant_de_l_etablissement', 'etat', 'Code postal']],
    ['in the lower case of the API', ['identifiant_de_l_etablissement', 'etat', 'code_postal']],
    ['with accents and an apostrophe', ["Identifiant de l'établissement", 'État', 'CODE-POSTAL']],
    ['with a byte-order mark', ['\uFEFFUAI', 'etat', 'Code postal']],
  ])('is understood %s', (_case, cells) => {
    const reading = readHeader(cells, WANTED);
    expect(reading).toMatchObject({ outcome: 'read', header: { columnCount: 3, usedCount: 3, ignored: [] } });
  });

  it('gives columns by name whatever their order, and ignores those nobody reads', () => {
    const reading = readHeader(['GRETA', 'etat', 'Fax', 'UAI'], WANTED);
    if (reading.outcome === 'refused') throw new Error(reading.code);
    const { positions, ignored, labels, lastRequiredPosition } = reading.header;
    expect([...positions]).toEqual([
      ['state', 1],
      ['uai', 3],
    ]);
    expect(ignored).toEqual(['GRETA', 'Fax']);
    expect(labels).toEqual({ uai: 'UAI', state: 'etat', postalCode: 'Code_postal' });
    expect(lastRequiredPosition).toBe(3);
  });

  it.each([
    [
      'required columns are missing',
      ['Code_postal', 'Fax'],
      'columns-missing',
      ['Identifiant_de_l_etablissement', 'etat'],
    ],
    ['a column stands there twice', ['UAI', 'etat', 'État'], 'column-repeated', ['État']],
    ['nothing is written', ['', ' '], 'header-empty', []],
    ['there is no cell at all', [], 'header-empty', []],
    ['the separator was another', ['UAI,etat,Code_postal'], 'separator-unknown', []],
    ['the only column is not enough', ['UAI'], 'columns-missing', ['etat']],
  ])('is refused when %s', (_case, cells, code, columns) => {
    expect(readHeader(cells, WANTED)).toEqual({ outcome: 'refused', code, columns });
  });
});
