import { isKind } from '../kinds/kinds.js';
import { plainText } from './plain-text.js';
import {
  PRIORITIES,
  type PriorityEducation,
  type SchoolKind,
  type SchoolSector,
  type SchoolState,
  type StateContract,
} from './school-kinds.js';

/** Rows of the national directory that are none of the plan's sites: counted by reason, never refused. */
export type DirectoryIgnored =
  | 'middle-school'
  | 'high-school'
  | 'adapted-school'
  | 'inspection-office'
  | 'administrative-service'
  | 'guidance-centre'
  | 'other-establishment'
  | 'outside-territory'
  | 'not-open-yet'
  | 'empty-row';

export type EstablishmentClass = 'school' | 'teaching-unit' | DirectoryIgnored | 'unknown';

const CLASS_BY_TYPE: Readonly<Record<string, EstablishmentClass>> = {
  ecole: 'school',
  'medico social': 'teaching-unit',
  college: 'middle-school',
  lycee: 'high-school',
  erea: 'adapted-school',
  'information et orientation': 'guidance-centre',
  autre: 'other-establishment',
};

const INSPECTION_OFFICE_NATURE = '809';
/** Natures of the establishments without a type, by their first two figures; the national nomenclature's families. */
const CLASS_BY_NATURE_FAMILY: Readonly<Record<string, EstablishmentClass>> = {
  '10': 'school',
  '15': 'school',
  '16': 'school',
  '24': 'teaching-unit',
  '30': 'high-school',
  '31': 'high-school',
  '32': 'high-school',
  '33': 'high-school',
  '34': 'middle-school',
  '35': 'middle-school',
  '37': 'adapted-school',
  '80': 'administrative-service',
};

/** Second degree, higher education, services: no nature of these families is a school's. */
const OTHER_NATURE = /^[3-8]\d\d$/;

/** What sort of establishment a row speaks of: by its type, or by its nature code when the type is empty. */
export function establishmentClass(type: string, nature: string): EstablishmentClass {
  const plainType = plainText(type);
  if (plainType === 'service administratif' || plainType === '') {
    if (nature === INSPECTION_OFFICE_NATURE) return 'inspection-office';
    if (plainType !== '') return 'administrative-service';
    const byFamily = CLASS_BY_NATURE_FAMILY[nature.slice(0, 2)];
    return byFamily ?? (OTHER_NATURE.test(nature) ? 'other-establishment' : 'unknown');
  }
  return CLASS_BY_TYPE[plainType] ?? 'unknown';
}

export interface KindReading {
  readonly kind: SchoolKind;
  /** told by the nature code or the name only: 151 is given to elementary and primary schools alike */
  readonly guessed: boolean;
}

/**
 * The kind of an ordinary school. The two flags say it; where they are missing, a nursery's nature code does, and an
 * elementary one's only together with a name that does not say « primaire ». Null when nothing tells.
 */
export function schoolKind(
  nurseryFlag: string,
  elementaryFlag: string,
  nature: string,
  name: string,
): KindReading | null {
  const nursery = nurseryFlag === '1';
  const elementary = elementaryFlag === '1';
  if (nursery && elementary) return { kind: 'primary', guessed: false };
  if (nursery) return { kind: 'nursery', guessed: false };
  if (elementary) return { kind: 'elementary', guessed: false };
  if (/^10\d$/.test(nature)) return { kind: 'nursery', guessed: true };
  if (!/^1[56]\d$/.test(nature)) return null;
  return { kind: /\bprimaire\b/.test(plainText(name)) ? 'primary' : 'elementary', guessed: true };
}

export function schoolSector(text: string): SchoolSector | null {
  const plain = plainText(text);
  if (plain === 'public') return 'public';
  return /^prive\b/.test(plain) ? 'private' : null;
}

/**
 * The contract of a private establishment: by the code's family (1 none, 2 simple, 3 association, 99 without object),
 * else by the label, where a zero once stood for the letter O. `missing` when both are empty, `unknown` otherwise.
 */
export function stateContract(code: string, label: string): StateContract | 'missing' | 'unknown' {
  const plain = plainText(label).replaceAll('0', 'o');
  if (code === '' && plain === '') return 'missing';
  if (code === '99' || (code === '' && plain === 'sans objet')) return null;
  const family = code.length === 2 ? code.charAt(0) : '';
  if (family === '3' || (code === '' && plain.includes('association'))) return 'association';
  if (family === '2' || (code === '' && plain.includes('contrat simple'))) return 'simple';
  if (family === '1' || (code === '' && plain.includes('hors contrat'))) return 'none';
  return 'unknown';
}

export function priorityEducation(text: string): PriorityEducation | null {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (code === '') return 'none';
  return isKind(PRIORITIES, code) ? code : null;
}

export interface StateOfSchool {
  readonly state: SchoolState;
  readonly closingAnnounced: boolean;
}

export type StateReading = StateOfSchool | { readonly state: 'not-open-yet' };

const STATES: Readonly<Record<string, StateReading>> = {
  ouvert: { state: 'open', closingAnnounced: false },
  'a fermer': { state: 'open', closingAnnounced: true },
  ferme: { state: 'closed', closingAnnounced: false },
  'a ouvrir': { state: 'not-open-yet' },
};

/** A school to be closed teaches and orders until it is: it is open, its closing announced. */
export function schoolState(text: string): StateReading | null {
  return STATES[plainText(text)] ?? null;
}
