import { describe, expect, it } from '@jest/globals';
import {
  type DirectoryCellsByColumn,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  FIXTURE_UAIS,
  REFUSED_ROWS,
  directoryCells,
} from './national-directory.fixture.js';
import type { DirectoryRefusal } from './national-directory-refusals.js';
import { type DirectoryReader, type DirectoryRow, openNationalDirectory } from './national-directory.js';
import { makeUai } from './uai.js';

function open(
  header: readonly string[] = FIXTURE_HEADER,
  territory: ReadonlySet<string> | null = FIXTURE_TERRITORY,
): DirectoryReader {
  const reader = openNationalDirectory(header, { territory, uais: FIXTURE_UAIS });
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader;
}

const readOne = (changes: Partial<DirectoryCellsByColumn>): DirectoryRow => open().readRow(directoryCells(changes), 2);

function readRecord(changes: Partial<DirectoryCellsByColumn> = {}) {
  const row = readOne(changes);
  if (row.outcome !== 'record') throw new Error(`Not a record: ${JSON.stringify(row)}`);
  return row;
}

function privateBy(contractLabel: string): Partial<DirectoryCellsByColumn> {
  return { sector: 'Privé', contractCode: '', contractLabel };
}

describe('a row that is none of the plan’s sites', () => {
  it.each<[string, Partial<DirectoryCellsByColumn>]>([
    ['middle-school', { type: 'Collège', nature: '340' }],
    ['high-school', { type: 'Lycée', nature: '302' }],
    ['adapted-school', { type: 'EREA', nature: '370' }],
    ['inspection-office', { type: 'Service Administratif', nature: '809', sector: '' }],
    ['administrative-service', { type: 'Service Administratif', nature: '806' }],
    ['guidance-centre', { type: 'Information et orientation', nature: '610' }],
    ['other-establishment', { type: 'Autre', nature: '' }],
    ['middle-school', { type: '', nature: '340' }],
    ['inspection-office', { type: '', nature: '809' }],
    ['administrative-service', { type: '', nature: '805' }],
    ['other-establishment', { type: '', nature: '400' }],
    ['other-establishment', { type: '', nature: '610' }],
    ['outside-territory', { communeInsee: '69123' }],
    ['not-open-yet', { state: 'A OUVRIR' }],
  ])('is counted as %s', (reason, changes) => {
    expect(readOne(changes)).toEqual({ outcome: 'ignored', line: 2, reason, uai: makeUai('042', 9001) });
  });

  it('may be empty, as spreadsheets leave some at the end', () => {
    expect(
      open().readRow(
        FIXTURE_HEADER.map(() => ' '),
        9,
      ),
    ).toEqual({
      outcome: 'ignored',
      line: 9,
      reason: 'empty-row',
      uai: null,
    });
  });

  it('outside the territory is ignored whatever is wrong with it, but for a middle school with a wrong UAI too', () => {
    expect(readOne({ communeInsee: '69123', uai: 'x', siret: '1' })).toMatchObject({
      reason: 'outside-territory',
      uai: null,
    });
    expect(readOne({ type: 'Collège', uai: 'x' })).toMatchObject({ reason: 'middle-school', uai: null });
  });

  it('is a school all the same when only its type is missing', () => {
    expect(readRecord({ type: '' }).value.kind).toBe('elementary');
    expect(readRecord({ type: '', nature: '240' }).value.kind).toBe('teaching-unit');
  });

  it('is taken wherever it lies when no territory is given', () => {
    const row = open(FIXTURE_HEADER, null).readRow(directoryCells({ communeInsee: '69123' }), 2);
    expect(row.outcome).toBe('record');
  });
});

describe('a refused row', () => {
  it.each(Object.entries(REFUSED_ROWS))('says why: %s', (code, cells) => {
    const reader = open();
    reader.readRow(directoryCells(), 2);
    expect(reader.readRow(cells, 3)).toMatchObject({ outcome: 'refused', line: 3, code });
  });

  it.each<[DirectoryRefusal, string | null, string]>([
    ['uai-lost-zero', 'Identifiant_de_l_etablissement', REFUSED_ROWS['uai-lost-zero'][0]!],
    ['commune-unreadable', 'Code_commune', '4,2E+4'],
    ['siret-scientific', 'SIREN_SIRET', '2,19000E+13'],
    ['opening-date-impossible', 'date_ouverture', '31/02/2019'],
    ['row-too-short', null, '5'],
    ['row-too-long', null, 'en trop'],
  ])('names column and value: %s', (code, column, value) => {
    expect(open().readRow(REFUSED_ROWS[code], 2)).toMatchObject({ code, column, value });
  });

  it('names the school when its UAI can be read, and the one probably meant when it cannot', () => {
    expect(readOne({ siret: '1' })).toMatchObject({ uai: makeUai('042', 9001), suggestion: null });
    const wrong = open().readRow(REFUSED_ROWS['uai-wrong-check-letter'], 2);
    expect(wrong).toMatchObject({ uai: null, suggestion: makeUai('042', 9013) });
  });

  it('names the line that already holds its school', () => {
    const reader = open();
    reader.readRow(directoryCells(), 239);
    expect(reader.readRow(directoryCells({ name: 'Un autre nom' }), 240)).toMatchObject({
      code: 'uai-repeated',
      otherLine: 239,
    });
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, object]>([
    ['lies elsewhere now', { communeInsee: '69123' }, { code: 'commune-outside-plan', value: '69123' }],
    ['became something else', { type: 'EREA', nature: '370' }, { code: 'school-no-longer', value: 'EREA' }],
    ['has only a nature left', { type: '', nature: '400' }, { code: 'school-no-longer', value: '400' }],
    ['is to open again', { state: 'A OUVRIR' }, { code: 'school-no-longer', value: 'A OUVRIR' }],
  ])('says of a school of the plan that it %s, where any other row is set aside', (_case, changes, refusal) => {
    const [ours] = FIXTURE_UAIS;
    expect(readOne({ ...changes, uai: ours! })).toMatchObject({ outcome: 'refused', uai: ours, ...refusal });
    expect(readOne(changes)).toMatchObject({ outcome: 'ignored' });
  });

  it('is damaged where any cell holds a zero byte, read or not, and shows it', () => {
    const cells = directoryCells();
    const damaged = [...cells.slice(0, -1), 'a\u0000b'];
    expect(open().readRow(damaged, 7)).toMatchObject({ code: 'characters-unreadable', line: 7, value: 'a\uFFFDb' });
  });

  it('does not keep a later, right row of the same school from being read', () => {
    const reader = open();
    expect(reader.readRow(directoryCells({ siret: '1' }), 2).outcome).toBe('refused');
    expect(reader.readRow(directoryCells(), 3).outcome).toBe('record');
  });

  it('gives its first reason only, and cuts a long value', () => {
    expect(readOne({ sector: '', siret: '1' })).toMatchObject({ code: 'sector-unknown' });
    expect(readOne({ name: 'é'.repeat(500) })).toMatchObject({ value: 'é'.repeat(120) });
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, string]>([
    ['an empty type and a nature never seen', { type: '', nature: '999' }, 'type-unknown'],
    ['a private school whose contract is without object', { sector: 'Privé', contractCode: '99' }, 'contract-missing'],
    ['a private school whose contract is only an odd label', privateBy('CONTRAT DE VILLE'), 'contract-unknown'],
    ['a latitude beyond the pole', { latitude: '91' }, 'position-unreadable'],
    ['half a position', { longitude: '' }, 'position-unreadable'],
    ['an opening before there were schools', { openedOn: '1019-09-01' }, 'opening-date-impossible'],
    ['an opening in a far future', { openedOn: '01/09/9019' }, 'opening-date-impossible'],
    ['an opening in scientific notation', { openedOn: '2,6E+4' }, 'opening-date-impossible'],
  ])('for %s', (_case, changes, code) => {
    expect(readOne(changes)).toMatchObject({ outcome: 'refused', code });
  });
});
