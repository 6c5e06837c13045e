import { DIRECTORY_COLUMNS, type DirectoryColumn } from './national-directory-columns.js';
import type { DirectoryRefusal } from './national-directory-refusals.js';
import { makeUai } from './uai.js';

/** A file of the national directory for tests: the published column names, schools that do not exist. */
export type DirectoryCellsByColumn = Readonly<Record<DirectoryColumn, string>>;

export const FIXTURE_COLUMNS = Object.keys(DIRECTORY_COLUMNS) as readonly DirectoryColumn[];

export const FIXTURE_HEADER: readonly string[] = FIXTURE_COLUMNS.map((key) => DIRECTORY_COLUMNS[key].label);

/** INSEE codes of the communes the fixture's plan covers. */
export const FIXTURE_TERRITORY: ReadonlySet<string> = new Set(['42302', '42095', '01004']);

const USUAL_CELLS: DirectoryCellsByColumn = {
  uai: makeUai('042', 9001),
  name: 'Ecole élémentaire des Grands Champs',
  type: 'Ecole',
  sector: 'Public',
  address1: '3 chemin de la Fontaine',
  address2: '',
  postalCode: '42290',
  communeInsee: '42302',
  communeName: 'Sorbiers',
  department: '042',
  nursery: '0',
  elementary: '1',
  telephone: '0477000001',
  website: '',
  email: 'ecole.grands-champs@exemple.fr',
  inclusionClass: '1',
  priority: '',
  siret: '21900000100012',
  position: '45.49, 4.45',
  contractLabel: 'SANS OBJET',
  contractCode: '99',
  circonscriptionName: 'Circonscription du Pilat',
  circonscriptionUai: makeUai('042', 9900),
  latitude: '45.49',
  longitude: '4.45',
  openedOn: '1972-09-01',
  state: 'OUVERT',
  concentratedGrouping: '0',
  dispersedGrouping: '',
  nature: '151',
  host: '',
};

/** One row of the file; the cells not named are those of a usual public elementary school. */
export function directoryCells(changes: Partial<DirectoryCellsByColumn> = {}): string[] {
  const cells = { ...USUAL_CELLS, ...changes };
  return FIXTURE_COLUMNS.map((key) => cells[key]);
}

/** The position of a column in the fixture's rows. */
export function fixturePosition(key: DirectoryColumn): number {
  return FIXTURE_COLUMNS.indexOf(key);
}

const uai = (number: number): string => makeUai('042', number);
const privateSchool = { sector: 'Privé', contractLabel: '', contractCode: '' };

/** Schools that the plan has already. */
export const FIXTURE_UAIS: ReadonlySet<string> = new Set([uai(9035), uai(9036)]);

/**
 * For each reason a row can be refused, a row that is refused for it: a reason added to the union without a row here
 * does not compile. `uai-repeated` repeats the usual row, which must come before it.
 */
export const REFUSED_ROWS: Readonly<Record<DirectoryRefusal, readonly string[]>> = {
  'uai-missing': directoryCells({ uai: ' ' }),
  'uai-wrong-shape': directoryCells({ uai: '42-9010' }),
  'uai-lost-zero': directoryCells({ uai: uai(9011).slice(1) }),
  'uai-forbidden-letter': directoryCells({ uai: uai(9012).slice(0, 7) + 'O' }),
  'uai-wrong-check-letter': directoryCells({ uai: uai(9013).slice(0, 7) + uai(9014).slice(7) }),
  'uai-repeated': directoryCells(),
  'row-too-short': directoryCells({ uai: uai(9015) }).slice(0, 5),
  'row-too-long': [...directoryCells({ uai: uai(9016) }), 'en trop'],
  'characters-unreadable': directoryCells({ uai: uai(9017), name: '\uFFFDcole des Pr\uFFFDs' }),
  'value-too-long': directoryCells({ uai: uai(9018), name: 'École '.repeat(100) }),
  'commune-outside-plan': directoryCells({ uai: uai(9035), communeInsee: '69123' }),
  'school-no-longer': directoryCells({ uai: uai(9036), type: 'Collège', nature: '340' }),
  'name-missing': directoryCells({ uai: uai(9019), name: '' }),
  'type-unknown': directoryCells({ uai: uai(9020), type: 'Ecoole' }),
  'kind-unknown': directoryCells({ uai: uai(9021), nursery: '0', elementary: '0', nature: '999' }),
  'sector-unknown': directoryCells({ uai: uai(9022), sector: '' }),
  'contract-missing': directoryCells({ uai: uai(9023), ...privateSchool }),
  'contract-unknown': directoryCells({ uai: uai(9024), ...privateSchool, contractCode: '77' }),
  'commune-missing': directoryCells({ uai: uai(9025), communeInsee: '' }),
  'commune-unreadable': directoryCells({ uai: uai(9026), communeInsee: '4,2E+4' }),
  'postal-code-unreadable': directoryCells({ uai: uai(9027), postalCode: '4,2E+4' }),
  'priority-unknown': directoryCells({ uai: uai(9028), priority: 'ZEP' }),
  'state-unknown': directoryCells({ uai: uai(9029), state: '' }),
  'circonscription-unreadable': directoryCells({ uai: uai(9030), circonscriptionUai: 'Pilat' }),
  'position-unreadable': directoryCells({ uai: uai(9031), latitude: '4549000000' }),
  'siret-scientific': directoryCells({ uai: uai(9032), siret: '2,19000E+13' }),
  'siret-wrong': directoryCells({ uai: uai(9033), siret: '21900000100013' }),
  'opening-date-impossible': directoryCells({ uai: uai(9034), openedOn: '31/02/2019' }),
};
