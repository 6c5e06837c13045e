import { describe, expect, it } from '@jest/globals';
import { type ColumnTable, readHeader } from './header.js';
import { DIRECTORY_COLUMNS, directoryHeaderStyle } from './national-directory-columns.js';
import { openNationalDirectory } from './national-directory.js';
import { PUPILS_COLUMNS } from './pupils-file.js';
import { SCHOOL_HOLIDAY_COLUMNS } from './school-holidays-file.js';
import { SOCIAL_INDEX_COLUMNS } from './social-index-file.js';

/** One line a column: names that publishers give it, and whether the file is refused without it. */
type Line = readonly [names: readonly string[], refusedWithout: boolean];

const NATIONAL_DIRECTORY: readonly Line[] = [
  [['Identifiant_de_l_etablissement', 'UAI', 'numero_uai', 'code_uai'], true],
  [['Nom_etablissement', 'nom etablissement'], true],
  [['Type_etablissement', 'type_etablissement'], true],
  [['Statut_public_prive'], true],
  [['Code_commune', 'code_insee', 'code_insee_commune'], true],
  [['etat', 'ETAT'], true],
  [['Adresse_1'], false],
  [['Adresse_2'], false],
  [['Code_postal', 'Code postal'], false],
  [['Nom_commune'], false],
  [['Code_departement'], false],
  [['Ecole_maternelle'], false],
  [['Ecole_elementaire'], false],
  [['Telephone', 'Téléphone'], false],
  [['Web'], false],
  [['Mail'], false],
  [['ULIS'], false],
  [['Appartenance_Education_Prioritaire'], false],
  [['SIREN_SIRET'], false],
  [['position'], false],
  [['Type_contrat_prive'], false],
  [['Code_type_contrat_prive'], false],
  [['nom_circonscription'], false],
  [['code_circonscription'], false],
  [['latitude'], false],
  [['longitude'], false],
  [['date_ouverture'], false],
  [['rpi_concentre'], false],
  [['rpi_disperse'], false],
  [['code_nature'], false],
  [['etablissement_mere'], false],
];

const PUPILS: readonly Line[] = [
  [['Rentrée scolaire', 'rentree_scolaire'], true],
  [["Numéro de l'école", 'numero_ecole', 'UAI', 'numero_uai'], true],
  [['Nombre total de classes', 'nombre_total_classes'], true],
  [["Nombre total d'élèves", 'nombre_total_eleves'], true],
  [
    [
      "Nombre d'élèves en pré-élémentaire hors ULIS",
      'nombre_eleves_preelementaire_hors_ulis',
      'nombre_eleves_pre_elementaire_hors_ulis',
    ],
    false,
  ],
  [["Nombre d'élèves en élémentaire hors ULIS", 'nombre_eleves_elementaire_hors_ulis'], false],
  [["Nombre d'élèves en ULIS", 'nombre_eleves_ulis'], false],
];

const SOCIAL_INDEX: readonly Line[] = [
  [['Rentrée scolaire', 'rentree_scolaire'], true],
  [['UAI', 'numero_uai', "Numéro de l'école", 'numero_ecole'], true],
  [['IPS', "IPS de l'école", 'ips_ecole'], true],
];

const SCHOOL_HOLIDAYS: readonly Line[] = [
  [['debut', 'Début', 'date de debut', 'start_date'], true],
  [['fin', 'fin inclus', 'fin_incluse', 'date de fin', 'end_date'], true],
  [['nom', 'Description'], true],
  [['zone', 'zones'], false],
  [['population'], false],
];

const FILES: readonly (readonly [string, ColumnTable<string>, readonly Line[]])[] = [
  ['the national directory', DIRECTORY_COLUMNS, NATIONAL_DIRECTORY],
  ['pupils and classes', PUPILS_COLUMNS, PUPILS],
  ['the social index', SOCIAL_INDEX_COLUMNS, SOCIAL_INDEX],
  ['school holidays', SCHOOL_HOLIDAY_COLUMNS, SCHOOL_HOLIDAYS],
];

describe.each(FILES)('the file of %s', (_file, columns, lines) => {
  const usual = lines.map(([names]) => names[0]!);

  it('has these columns and no others', () => {
    expect(readHeader(usual, columns)).toMatchObject({ header: { usedCount: usual.length, ignored: [] } });
    expect(Object.keys(columns)).toHaveLength(lines.length);
  });

  it.each(lines.flatMap(([names], position) => names.map((name) => [name, position] as const)))(
    'knows « %s »',
    (name, position) => {
      const cells = usual.map((label, at) => (at === position ? name : label));
      expect(readHeader(cells, columns)).toMatchObject({ header: { usedCount: usual.length, ignored: [] } });
    },
  );

  it.each(lines.map(([names, refused]) => [names[0]!, refused] as const))(
    'without « %s » is refused: %s',
    (label, refused) => {
      const reading = readHeader(
        usual.filter((other) => other !== label),
        columns,
      );
      expect(reading).toMatchObject(refused ? { code: 'columns-missing', columns: [label] } : { outcome: 'read' });
    },
  );

  it('never takes one column for another', () => {
    const read = readHeader(usual, columns);
    expect([...(read.outcome === 'read' ? read.header.positions.values() : [])]).toEqual(usual.map((_name, at) => at));
  });
});

describe('a header as files really write it', () => {
  const wanted = {
    day: { label: 'Jour', required: true },
    name: { label: 'Nom', alsoNamed: ['Libellé'], required: false },
  };

  it('begins with a mark of its encoding, and has spaces around its names', () => {
    expect(readHeader(['\uFEFF Jour ', ' Autre '], wanted)).toMatchObject({
      header: { labels: { day: 'Jour', name: 'Nom' }, ignored: ['Autre'] },
    });
  });

  it.each([
    ['Jour;Nom;Zone', 'separator-unknown'],
    ['Jour,Nom;Zone', 'separator-unknown'],
    ['Jour|Nom|Zone', 'separator-unknown'],
    ['Jour\tNom\tZone', 'separator-unknown'],
    ['Jours; fériés', 'columns-missing'],
    ['Jours fériés', 'columns-missing'],
  ])('« %s » alone is refused: %s', (cell, code) => {
    expect(readHeader([cell], wanted)).toMatchObject({ outcome: 'refused', code });
  });

  it('may hold separators inside one of several names', () => {
    expect(readHeader(['Jour', 'Nom (a, b; c)'], wanted)).toMatchObject({ outcome: 'read' });
  });
});

describe('the export of the national directory', () => {
  it.each([
    [['identifiant_de_l_etablissement'], 'api'],
    [['\uFEFFidentifiant_de_l_etablissement '], 'api'],
    [['Code postal', 'Nombre_d_eleves'], '2023'],
    [['Code_postal', 'code_circonscription'], '2026'],
    [['\uFEFFCode_postal', ' code_circonscription'], '2026'],
    [['Code postal', 'code_circonscription'], 'other'],
    [['Code_postal', 'Nombre_d_eleves'], 'other'],
    [[], 'other'],
  ])('with %j is of the style %s', (cells, style) => {
    expect(directoryHeaderStyle(cells)).toBe(style);
  });

  const required = NATIONAL_DIRECTORY.flatMap(([names, needed]) => (needed ? [names[0]!] : []));

  it.each([
    [['code_nature'], 'read'],
    [['Ecole_maternelle', 'Ecole_elementaire'], 'read'],
    [['Ecole_maternelle'], 'refused'],
    [['Ecole_elementaire'], 'refused'],
    [[], 'refused'],
  ])('which tells the kind of a school by %j is %s', (columns, outcome) => {
    expect(openNationalDirectory([...required, ...columns], { territory: null }).outcome).toBe(outcome);
  });
});
