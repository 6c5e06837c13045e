import { describe, expect, it } from '@jest/globals';
import {
  type DirectoryCellsByColumn,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  directoryCells,
  fixturePosition,
} from './national-directory.fixture.js';
import { type DirectoryReader, type DirectoryRow, openNationalDirectory } from './national-directory.js';
import { makeUai } from './uai.js';

function open(
  header: readonly string[] = FIXTURE_HEADER,
  territory: ReadonlySet<string> | null = FIXTURE_TERRITORY,
): DirectoryReader {
  const reader = openNationalDirectory(header, { territory });
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader;
}

const readOne = (changes: Partial<DirectoryCellsByColumn>): DirectoryRow => open().readRow(directoryCells(changes), 2);

function readRecord(changes: Partial<DirectoryCellsByColumn> = {}) {
  const row = readOne(changes);
  if (row.outcome !== 'record') throw new Error(`Not a record: ${JSON.stringify(row)}`);
  return row;
}

describe('a school of the national directory', () => {
  it('is read whole', () => {
    const { told, ...school } = readRecord().value;
    expect(school).toEqual({
      uai: makeUai('042', 9001),
      name: 'Ecole élémentaire des Grands Champs',
      sector: 'public',
      stateContract: null,
      kind: 'elementary',
      communeInsee: '42302',
      communeName: 'Sorbiers',
      priority: 'none',
      state: 'open',
      closingAnnounced: false,
      circonscriptionUai: makeUai('042', 9900),
      circonscriptionName: 'Circonscription du Pilat',
      addressLine1: '3 chemin de la Fontaine',
      addressLine2: null,
      postalCode: '42290',
      latitude: 45.49,
      longitude: 4.45,
      telephone: '0477000001',
      email: 'ecole.grands-champs@exemple.fr',
      website: null,
      siret: '21900000100012',
      openedOn: '1972-09-01',
      hostUai: null,
      hasInclusionClass: true,
      concentratedGrouping: false,
      dispersedGroupingCode: null,
    });
    expect(told.size).toBe(23);
    expect(readRecord().warnings).toEqual([]);
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, object]>([
    ['a nursery', { nursery: '1', elementary: '0', nature: '101' }, { kind: 'nursery' }],
    ['a primary school, whose nature says elementary', { nursery: '1' }, { kind: 'primary' }],
    ['a priority school', { priority: 'REP' }, { priority: 'REP' }],
    ['a REP+ written apart', { priority: 'rep +' }, { priority: 'REP+' }],
    ['a school to be closed, open until then', { state: 'A FERMER' }, { state: 'open', closingAnnounced: true }],
    ['a closed school', { state: 'FERMÉ' }, { state: 'closed', closingAnnounced: false }],
    [
      'an association contract',
      { sector: 'Privé', contractCode: '30' },
      { sector: 'private', stateContract: 'association' },
    ],
    ['a simple contract', { sector: 'Privé', contractCode: '21' }, { stateContract: 'simple' }],
    ['a school without contract', { sector: 'PRIVE', contractCode: '10' }, { stateContract: 'none' }],
    [
      'a label with the source’s zero',
      privateBy('C0NTRAT SIMPLE POUR PARTIE DES CLASSES'),
      { stateContract: 'simple' },
    ],
    [
      'an association by its label',
      privateBy("CONTRAT D'ASSOCIATION TOUTES CLASSES"),
      { stateContract: 'association' },
    ],
    ['no contract by its label', privateBy('HORS CONTRAT'), { stateContract: 'none' }],
    ['a public school whatever its contract says', { contractCode: '30' }, { sector: 'public', stateContract: null }],
    ['a concentrated grouping', { concentratedGrouping: '1' }, { concentratedGrouping: true }],
    ['a dispersed grouping', { dispersedGrouping: '042007' }, { dispersedGroupingCode: '042007' }],
    ['an annexe of another school', { host: makeUai('042', 9050) }, { hostUai: makeUai('042', 9050) }],
    [
      'a position with decimal commas',
      { latitude: '45,49', longitude: '-4,45' },
      { latitude: 45.49, longitude: -4.45 },
    ],
    ['a position to the decimetre', { latitude: '45.123456789' }, { latitude: 45.123457 }],
    ['a school without position', { latitude: '', longitude: '' }, { latitude: null, longitude: null }],
    ['a row without département', { department: '' }, { communeInsee: '42302' }],
    ['a school without SIRET', { siret: '' }, { siret: null }],
    ['a school without opening date', { openedOn: '' }, { openedOn: null }],
    ['a UAI in lower case', { uai: makeUai('042', 9001).toLowerCase() }, { uai: makeUai('042', 9001) }],
  ])('%s', (_case, changes, expected) => {
    expect(readRecord(changes).value).toMatchObject(expected);
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, string | null]>([
    ['a simple contract', { contractCode: '21' }, 'simple'],
    ['no contract said', { contractCode: '', contractLabel: '' }, null],
    ['a contract without object', { contractCode: '99' }, null],
    ['a label without object', { contractCode: '', contractLabel: 'SANS OBJET' }, null],
  ])('is a teaching unit in a medico-social establishment, with %s', (_case, changes, contract) => {
    const unit = readRecord({
      type: 'Médico-social',
      sector: 'Privé',
      nursery: '',
      elementary: '',
      nature: '240',
      ...changes,
    });
    expect(unit.value).toMatchObject({ kind: 'teaching-unit', stateContract: contract, sector: 'private' });
  });
});

function privateBy(contractLabel: string): Partial<DirectoryCellsByColumn> {
  return { sector: 'Privé', contractCode: '', contractLabel };
}

describe('damage that can be repaired', () => {
  it.each<[string, Partial<DirectoryCellsByColumn>, object, object]>([
    [
      'INSEE code',
      { communeInsee: '1004' },
      { communeInsee: '01004' },
      { code: 'zeros-restored', column: 'Code_commune', value: '1004' },
    ],
    [
      'postal code',
      { postalCode: '1000' },
      { postalCode: '01000' },
      { code: 'zeros-restored', column: 'Code_postal', value: '1000' },
    ],
    ['département', { department: '42' }, {}, { code: 'zeros-restored', column: 'Code_departement', value: '42' }],
    [
      'telephone',
      { telephone: '477000001' },
      { telephone: '0477000001' },
      { code: 'zeros-restored', column: 'Telephone', value: '477000001' },
    ],
    [
      'grouping',
      { dispersedGrouping: '42007' },
      { dispersedGroupingCode: '042007' },
      { code: 'zeros-restored', column: 'rpi_disperse', value: '42007' },
    ],
    [
      'SIRET',
      { siret: '570000000010' },
      { siret: '00570000000010' },
      { code: 'zeros-restored', column: 'SIREN_SIRET', value: '570000000010' },
    ],
    [
      'date',
      { openedOn: '01/09/1972' },
      { openedOn: '1972-09-01' },
      { code: 'date-in-french', column: 'date_ouverture', value: '01/09/1972' },
    ],
  ])('%s is repaired and said', (_case, changes, expected, warning) => {
    const row = readRecord(changes);
    expect(row.value).toMatchObject(expected);
    expect(row.warnings).toEqual([warning]);
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, string]>([
    ['telephone-unreadable', { telephone: '4,77E+8' }, 'telephone'],
    ['email-unreadable', { email: 'ecole(at)exemple.fr' }, 'email'],
    ['website-unreadable', { website: 'javascript:alert(1)' }, 'website'],
    ['host-unreadable', { host: 'IME' }, 'hostUai'],
    ['grouping-unreadable', { dispersedGrouping: 'RPI' }, 'dispersedGroupingCode'],
  ])('%s leaves what is known of it', (code, changes, field) => {
    const row = readRecord(changes);
    expect(row.warnings).toEqual([expect.objectContaining({ code, value: Object.values(changes)[0] })]);
    expect(row.value).toHaveProperty(field, null);
    expect(row.value.told.has(field as 'email')).toBe(false);
  });
});

describe('the kind of a school whose file does not tell', () => {
  const untold = { nursery: '', elementary: '' };
  it.each([
    ['101', 'École du Parc', 'nursery'],
    ['103', 'École du Parc', 'nursery'],
    ['151', 'École du Parc', 'elementary'],
    ['151', 'Ecole primaire du Parc', 'primary'],
    ['162', 'École du Parc', 'elementary'],
  ])('is guessed from nature %s and name « %s »: %s', (nature, name, kind) => {
    const row = readRecord({ ...untold, nature, name });
    expect(row.value.kind).toBe(kind);
    expect(row.value.told.has('kind')).toBe(false);
    expect(row.warnings).toEqual([{ code: 'kind-guessed', column: 'code_nature', value: nature }]);
  });
});

describe('a file with other columns', () => {
  const without = (...keys: Parameters<typeof fixturePosition>[0][]) => {
    const positions = keys.map(fixturePosition);
    return (cells: readonly string[]): string[] => cells.filter((_cell, position) => !positions.includes(position));
  };

  it('tells nothing of the columns it lacks: they keep what is known', () => {
    const cut = without('nursery', 'elementary', 'contractCode', 'contractLabel', 'latitude', 'longitude', 'position');
    const reader = open(cut(FIXTURE_HEADER));
    const row = reader.readRow(cut(directoryCells({ sector: 'Privé' })), 2);
    if (row.outcome !== 'record') throw new Error(row.outcome);
    for (const field of ['kind', 'stateContract', 'latitude', 'longitude'] as const)
      expect(row.value.told.has(field)).toBe(false);
    expect(row.value).toMatchObject({ stateContract: null, latitude: null, kind: 'elementary' });
    expect(row.value.told.has('telephone')).toBe(true);
  });

  it('gives the position in one cell', () => {
    const cut = without('latitude', 'longitude');
    const reader = open(cut(FIXTURE_HEADER));
    expect(reader.readRow(cut(directoryCells({ position: '45.5, 4.25' })), 2)).toMatchObject({
      value: { latitude: 45.5, longitude: 4.25 },
    });
    expect(reader.readRow(cut(directoryCells({ uai: makeUai('042', 9002), position: '' })), 3)).toMatchObject({
      value: { latitude: null, longitude: null },
    });
    expect(reader.readRow(cut(directoryCells({ position: '45.5' })), 4)).toMatchObject({
      code: 'position-unreadable',
      column: 'position',
    });
  });

  it('may drop the empty cells at the end of a row: they are not told', () => {
    const cells = directoryCells().slice(0, fixturePosition('concentratedGrouping'));
    const row = open().readRow(cells, 2);
    if (row.outcome !== 'record') throw new Error(row.outcome);
    expect(row.value.told.has('hostUai')).toBe(false);
    expect(row.value.told.has('dispersedGroupingCode')).toBe(false);
    expect(row.value.told.has('openedOn')).toBe(true);
  });

  it('may end its rows with more empty cells', () => {
    expect(open().readRow([...directoryCells(), '', ' '], 2).outcome).toBe('record');
  });

  it('is refused without nature nor the two flags of kind, accepted with either', () => {
    const header = without('nature', 'elementary')(FIXTURE_HEADER);
    expect(openNationalDirectory(header, { territory: null })).toEqual({
      outcome: 'refused',
      code: 'columns-missing',
      columns: ['Ecole_maternelle', 'Ecole_elementaire', 'code_nature'],
    });
    expect(openNationalDirectory(without('nature')(FIXTURE_HEADER), { territory: null }).outcome).toBe('read');
  });

  it('is refused without a column that nothing can replace', () => {
    expect(openNationalDirectory(without('uai')(FIXTURE_HEADER), { territory: null })).toMatchObject({
      code: 'columns-missing',
      columns: ['Identifiant_de_l_etablissement'],
    });
  });

  it.each([
    ['2026', FIXTURE_HEADER],
    ['api', FIXTURE_HEADER.map((name) => name.toLowerCase())],
    ['2023', [...FIXTURE_HEADER.map((name) => name.replace('Code_postal', 'Code postal')), 'Nombre_d_eleves']],
    ['other', FIXTURE_HEADER.map((name) => name.toUpperCase())],
  ])('is recognised as the one of %s', (style, header) => {
    expect(open(header).style).toBe(style);
  });
});
