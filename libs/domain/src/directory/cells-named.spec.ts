import { describe, expect, it } from '@jest/globals';
import { openNationalDirectory } from './national-directory.js';
import {
  type DirectoryCellsByColumn,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  directoryCells,
} from './national-directory.fixture.js';
import { establishmentClass, schoolKind, schoolSector, stateContract } from './national-directory-values.js';
import { openPublicHolidaysFile } from './public-holidays-file.js';
import { openPupilsFile } from './pupils-file.js';
import { openSchoolHolidaysFile } from './school-holidays-file.js';
import { openSocialIndexFile } from './social-index-file.js';
import { makeUai } from './uai.js';

const OURS = makeUai('042', 9001);
const THEIRS = makeUai('042', 9002);

interface Reader {
  readonly readRow: (cells: readonly string[], line: number) => unknown;
}

/** The last of the rows, read in order from line 2. */
function last(reader: { readonly outcome: string }, ...rows: readonly (readonly string[])[]): unknown {
  const { readRow } = reader as unknown as Reader;
  return rows.map((cells, index) => readRow(cells, index + 2)).at(-1);
}

const directory = (header: readonly string[] = FIXTURE_HEADER) =>
  openNationalDirectory(header, { territory: FIXTURE_TERRITORY });
const read = (changes: Partial<DirectoryCellsByColumn>): unknown => last(directory(), directoryCells(changes));

/** The directory's file without some columns. */
function readWithout(columns: readonly string[], changes: Partial<DirectoryCellsByColumn> = {}): unknown {
  const kept = FIXTURE_HEADER.map((label) => !columns.includes(label));
  const keep = (cells: readonly string[]): string[] => cells.filter((_cell, at) => kept[at]);
  return last(directory(keep(FIXTURE_HEADER)), keep(directoryCells(changes)));
}

const PRIVATE = { sector: 'Privé', contractCode: '', contractLabel: '' };

describe('a refused row of the national directory names the cell to look at', () => {
  it.each<[string, Partial<DirectoryCellsByColumn>, string, string]>([
    ['uai-missing', { uai: '' }, 'Identifiant_de_l_etablissement', ''],
    ['name-missing', { name: '' }, 'Nom_etablissement', ''],
    ['type-unknown', { type: 'Ecoole' }, 'Type_etablissement', 'Ecoole'],
    ['sector-unknown', { sector: 'Mixte' }, 'Statut_public_prive', 'Mixte'],
    ['state-unknown', { state: 'Rénové' }, 'etat', 'Rénové'],
    ['kind-unknown', { elementary: '', nature: '999' }, 'code_nature', '999'],
    ['contract-unknown', { ...PRIVATE, contractCode: '77' }, 'Code_type_contrat_prive', '77'],
    ['contract-unknown', { ...PRIVATE, contractCode: '77', contractLabel: 'X' }, 'Code_type_contrat_prive', '77'],
    ['contract-unknown', { ...PRIVATE, contractLabel: 'DE VILLE' }, 'Code_type_contrat_prive', 'DE VILLE'],
    ['contract-missing', PRIVATE, 'Code_type_contrat_prive', ''],
    ['commune-missing', { communeInsee: '' }, 'Code_commune', ''],
    ['commune-unreadable', { communeInsee: 'x' }, 'Code_commune', 'x'],
    ['postal-code-unreadable', { postalCode: 'x' }, 'Code_postal', 'x'],
    ['priority-unknown', { priority: 'ZEP' }, 'Appartenance_Education_Prioritaire', 'ZEP'],
    ['circonscription-unreadable', { circonscriptionUai: 'Pilat' }, 'code_circonscription', 'Pilat'],
    ['position-unreadable', { latitude: '91' }, 'latitude', '91, 4.45'],
    ['position-unreadable', { latitude: 'x45' }, 'latitude', 'x45, 4.45'],
    ['position-unreadable', { latitude: '45.5x' }, 'latitude', '45.5x, 4.45'],
    ['position-unreadable', { longitude: '' }, 'latitude', '45.49, '],
    ['position-unreadable', { latitude: '' }, 'latitude', ', 4.45'],
    ['siret-wrong', { siret: '1' }, 'SIREN_SIRET', '1'],
    ['opening-date-impossible', { openedOn: 'hier' }, 'date_ouverture', 'hier'],
  ])('%s', (code, changes, column, value) => {
    expect(read(changes)).toMatchObject({ outcome: 'refused', code, column, value });
  });

  it('and the first of two reasons stands, with what was probably meant', () => {
    const nearly = makeUai('042', 9900).slice(1);
    expect(read({ circonscriptionUai: nearly })).toMatchObject({ suggestion: makeUai('042', 9900) });
    expect(last(directory(), directoryCells(), directoryCells())).toMatchObject({
      code: 'uai-repeated',
      column: 'Identifiant_de_l_etablissement',
      value: OURS,
      otherLine: 2,
    });
  });

  it('and a wrong UAI twice is wrong, not repeated', () => {
    const wrong = directoryCells({ uai: 'x' });
    expect(last(directory(), wrong, wrong)).toMatchObject({ code: 'uai-wrong-shape', otherLine: null });
  });
});

describe('what is left aside in a row of the national directory is told', () => {
  it.each<[string, Partial<DirectoryCellsByColumn>, string, string]>([
    ['host-unreadable', { host: 'x' }, 'etablissement_mere', 'x'],
    ['grouping-unreadable', { dispersedGrouping: 'RPI' }, 'rpi_disperse', 'RPI'],
    ['zeros-restored', { dispersedGrouping: '42007' }, 'rpi_disperse', '42007'],
    ['telephone-unreadable', { telephone: 'x' }, 'Telephone', 'x'],
    ['email-unreadable', { email: 'x' }, 'Mail', 'x'],
    ['website-unreadable', { website: 'x' }, 'Web', 'x'],
    ['kind-guessed', { elementary: '', nature: '151' }, 'code_nature', '151'],
    ['date-in-french', { openedOn: '01/09/1972' }, 'date_ouverture', '01/09/1972'],
  ])('%s', (code, changes, column, value) => {
    expect(read(changes)).toMatchObject({ outcome: 'record', warnings: [{ code, column, value }] });
  });

  it('cut at 120 characters', () => {
    expect(read({ website: 'x'.repeat(200) })).toMatchObject({ warnings: [{ value: 'x'.repeat(120) }] });
  });
});

describe('a row tells only what the file has a column for', () => {
  /** Columns taken away, and the fields of the school that are not told then. */
  it.each<[string, readonly string[], readonly string[]]>([
    ['the second line of the address', ['Adresse_2'], ['addressLine2']],
    ['the first line of the address', ['Adresse_1'], ['addressLine1']],
    ['the postal code', ['Code_postal'], ['postalCode']],
    ['the web site', ['Web'], ['website']],
    ['the telephone', ['Telephone'], ['telephone']],
    ['the e-mail', ['Mail'], ['email']],
    ['priority', ['Appartenance_Education_Prioritaire'], ['priority']],
    ['the circonscription', ['code_circonscription'], ['circonscriptionUai']],
    ['the inclusion class', ['ULIS'], ['hasInclusionClass']],
    ['the concentrated grouping', ['rpi_concentre'], ['concentratedGrouping']],
    ['the dispersed grouping', ['rpi_disperse'], ['dispersedGroupingCode']],
    ['the SIRET', ['SIREN_SIRET'], ['siret']],
    ['the opening', ['date_ouverture'], ['openedOn']],
    ['the host', ['etablissement_mere'], ['hostUai']],
    ['one of two contract columns', ['Code_type_contrat_prive'], []],
    ['the other of them', ['Type_contrat_prive'], []],
    ['both', ['Code_type_contrat_prive', 'Type_contrat_prive'], ['stateContract']],
    ['one of the two numbers of the position, said in one cell too', ['latitude'], []],
    ['all of the position', ['latitude', 'longitude', 'position'], ['latitude', 'longitude']],
    ['the kind’s flags', ['Ecole_maternelle', 'Ecole_elementaire'], ['kind']],
  ])('without %s', (_case, columns, untold) => {
    const whole = (read({}) as { value: { told: Set<string> } }).value.told;
    const { told } = (readWithout(columns) as { value: { told: Set<string> } }).value;
    expect([...whole].filter((field) => !told.has(field)).sort()).toEqual([...untold].sort());
    expect([...told].filter((field) => !whole.has(field))).toEqual([]);
  });

  it('and a missing column is no damage', () => {
    const columns = ['Code_postal', 'code_circonscription', 'ULIS', 'Telephone', 'Mail', 'Web', 'rpi_disperse'];
    expect(readWithout(columns)).toMatchObject({
      outcome: 'record',
      warnings: [],
      value: { postalCode: null, circonscriptionUai: null, hasInclusionClass: false },
    });
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, object]>([
    ['no inclusion class', { inclusionClass: '0' }, { hasInclusionClass: false }],
    ['no postal code', { postalCode: '' }, { postalCode: null }],
    ['no circonscription', { circonscriptionUai: '' }, { circonscriptionUai: null }],
  ])('%s', (_case, changes, value) => expect(read(changes)).toMatchObject({ outcome: 'record', value }));

  it('and a teaching unit is one whatever else is said', () => {
    const unit = read({ type: 'Médico-social', nursery: '', elementary: '' }) as { value: { told: Set<string> } };
    expect(unit.value.told.has('kind')).toBe(true);
  });

  it.each([
    ['45.49, 4.45', 'record'],
    ['45.49,4.45', 'record'],
    ['', 'record'],
    ['45.49', 'refused'],
    ['45.49,', 'refused'],
    [',4.45', 'refused'],
    ['45.49x, 4.45', 'refused'],
  ])('the position « %s » in one cell: %s', (position, outcome) => {
    expect(readWithout(['latitude', 'longitude'], { position })).toMatchObject(
      outcome === 'refused' ? { outcome, column: 'position' } : { outcome },
    );
  });
});

describe('sorts of establishment', () => {
  it.each([
    ['Ecole', '', 'school'],
    ['Médico-social', '', 'teaching-unit'],
    ['Collège', '', 'middle-school'],
    ['Lycée', '', 'high-school'],
    ['EREA', '', 'adapted-school'],
    ['Information et orientation', '', 'guidance-centre'],
    ['Autre', '', 'other-establishment'],
    ['Service administratif', '809', 'inspection-office'],
    ['Service administratif', '', 'administrative-service'],
    ['Service administratif', '101', 'administrative-service'],
    ['', '101', 'school'],
    ['', '151', 'school'],
    ['', '162', 'school'],
    ['', '240', 'teaching-unit'],
    ['', '300', 'high-school'],
    ['', '310', 'high-school'],
    ['', '320', 'high-school'],
    ['', '332', 'high-school'],
    ['', '340', 'middle-school'],
    ['', '350', 'middle-school'],
    ['', '370', 'adapted-school'],
    ['', '809', 'inspection-office'],
    ['', '800', 'administrative-service'],
    ['', '999', 'unknown'],
    ['', '', 'unknown'],
  ])('« %s » of nature « %s » is %s', (type, nature, sort) => expect(establishmentClass(type, nature)).toBe(sort));

  it.each([
    ['1', '1', '', 'École', 'primary', false],
    ['1', '0', '', 'École', 'nursery', false],
    ['0', '1', '', 'École', 'elementary', false],
    ['0', '0', '101', 'École', 'nursery', true],
    ['0', '0', '151', 'École', 'elementary', true],
    ['0', '0', '162', 'École primaire', 'primary', true],
    ['0', '0', '151', 'École primairement', 'elementary', true],
  ])(
    'flags « %s » « %s », nature « %s », « %s » make a %s, guessed: %s',
    (nursery, elementary, nature, name, kind, guessed) => {
      expect(schoolKind(nursery, elementary, nature, name)).toEqual({ kind, guessed });
    },
  );

  it.each(['3101', '1010', '2151', '1510', '171', ''])('nature « %s » alone makes none', (nature) => {
    expect(schoolKind('0', '0', nature, 'École')).toBeNull();
  });

  it.each([
    ['Public', 'public'],
    ['Privé', 'private'],
    ['Privé sous contrat', 'private'],
    ['Privée', null],
    ['Non privé', null],
    ['Public et privé', null],
  ])('« %s » is %s', (text, sector) => expect(schoolSector(text)).toBe(sector));

  it.each([
    ['', '', 'missing'],
    ['99', '', null],
    ['', 'SANS OBJET', null],
    ['77', 'SANS OBJET', 'unknown'],
    ['30', '', 'association'],
    ['21', '', 'simple'],
    ['10', '', 'none'],
    ['3', '', 'unknown'],
    ['300', '', 'unknown'],
    ['77', 'ASSOCIATION', 'unknown'],
    ['77', 'CONTRAT SIMPLE', 'unknown'],
    ['77', 'HORS CONTRAT', 'unknown'],
    ['', 'C0NTRAT SIMPLE', 'simple'],
  ])('contract « %s » « %s » is %s', (code, label, contract) => expect(stateContract(code, label)).toBe(contract));
});

describe('a refused row of a yearly file names the cell to look at', () => {
  const pupils = () =>
    openPupilsFile(['Rentrée scolaire', 'UAI', 'Nombre total de classes', "Nombre total d'élèves"], new Set([OURS]));
  const index = () => openSocialIndexFile(['Rentrée scolaire', 'UAI', 'IPS'], new Set([OURS]));
  const holidays = () => openSchoolHolidaysFile(['debut', 'fin', 'nom', 'zone'], 'A');
  const days = () => ({ outcome: 'read', ...openPublicHolidaysFile() });

  type Case = [string, { readonly outcome: string }, readonly (readonly string[])[], object];
  it.each<Case>([
    ['a rentrée', pupils(), [['x', OURS, '9', '201']], { column: 'Rentrée scolaire', value: 'x' }],
    ['no pupils', pupils(), [['2025', OURS, '9', '']], { column: "Nombre total d'élèves", value: '' }],
    ['no classes', pupils(), [['2025', OURS, '', '201']], { column: 'Nombre total de classes', value: '' }],
    ['classes', pupils(), [['2025', OURS, '9b', '201']], { column: 'Nombre total de classes', value: '9b' }],
    ['seven figures', pupils(), [['2025', OURS, '0000009', '201']], { code: 'count-unreadable' }],
    [
      'a school twice',
      pupils(),
      [
        ['2025', OURS, '9', '201'],
        ['2025', OURS, '9', '202'],
      ],
      { code: 'row-repeated', column: 'UAI', value: OURS, otherLine: 2 },
    ],
    ['a year', index(), [['2024-2026', OURS, '90.5']], { column: 'Rentrée scolaire', value: '2024-2026' }],
    ['an index', index(), [['2024-2025', OURS, 'cent']], { column: 'IPS', value: 'cent' }],
    ['no school', index(), [['2024-2025', '', 'NS']], { code: 'uai-missing', column: 'UAI' }],
    [
      'an index twice',
      index(),
      [
        ['2024-2025', OURS, '90.5'],
        ['2024-2025', OURS, '90.6'],
      ],
      { code: 'row-repeated', column: 'UAI', value: OURS, otherLine: 2 },
    ],
    [
      'a zone',
      holidays(),
      [['2026-10-17', '2026-11-02', 'X', 'AB']],
      { code: 'zone-unknown', column: 'zone', value: 'AB' },
    ],
    ['a zone among others', holidays(), [['2026-10-17', '2026-11-02', 'X', 'A et D']], { code: 'zone-unknown' }],
    ['no name', holidays(), [['2026-10-17', '2026-11-02', '', 'A']], { column: 'nom', value: '' }],
    [
      'an end before its start',
      holidays(),
      [['2026-10-17', '2026-10-16', 'X', 'A']],
      { column: 'fin', value: '2026-10-16' },
    ],
    ['a long one', holidays(), [['2026-10-17', '2027-10-16', 'X', 'A']], { column: 'fin', value: '2027-10-16' }],
    [
      'an overlap',
      holidays(),
      [
        ['2026-10-17', '2026-11-02', 'X', 'A'],
        ['2026-11-02', '2026-11-03', 'Y', 'A'],
      ],
      { code: 'period-overlaps', column: 'debut', value: '2026-11-02', otherLine: 2 },
    ],
    ['a day', days(), [['hier', '2026', 'Métropole', 'Noël']], { column: 'date', value: 'hier' }],
    ['its year', days(), [['2026-12-25', '2025', 'Métropole', 'Noël']], { column: 'annee', value: '2025' }],
    ['its name', days(), [['2026-12-25', '2026', 'Métropole', '']], { column: 'nom_jour_ferie', value: '' }],
    [
      'a day twice',
      days(),
      [
        ['2026-12-25', '2026', 'Métropole', 'Noël'],
        ['2026-12-25', '2026', 'Métropole', 'Noël'],
      ],
      { code: 'date-repeated', column: 'date', value: '2026-12-25', otherLine: 2 },
    ],
    [
      'two unreadable days, each for itself',
      days(),
      [
        ['x', '2026', 'Métropole', 'Noël'],
        ['y', '2026', 'Métropole', 'Noël'],
      ],
      { code: 'date-impossible', otherLine: null },
    ],
  ])('%s', (_case, reader, rows, expected) => {
    expect(last(reader, ...rows)).toMatchObject({ outcome: 'refused', ...expected });
  });

  it('and periods apart may come in any order, a refused one hindering none', () => {
    const later = ['2026-10-17', '2026-11-02', 'X', 'A'];
    expect(last(holidays(), later, ['2026-10-10', '2026-10-16', 'Y', 'A'])).toMatchObject({ outcome: 'record' });
    expect(last(holidays(), ['2026-10-17', '2026-11-02', '', 'A'], later)).toMatchObject({ outcome: 'record' });
    expect(last(holidays(), ['2026-10-17', '2026-11-02', 'X', 'B'], later)).toMatchObject({ outcome: 'record' });
  });

  it('and two schools of a rentrée are two rows', () => {
    const reader = openSocialIndexFile(['Rentrée scolaire', 'UAI', 'IPS'], new Set([OURS, THEIRS]));
    expect(last(reader, ['2024-2025', OURS, '90'], ['2024-2025', THEIRS, '90'])).toMatchObject({ outcome: 'record' });
    expect(last(reader, ['2023-2024', OURS, '90'])).toMatchObject({ outcome: 'record' });
  });
});
