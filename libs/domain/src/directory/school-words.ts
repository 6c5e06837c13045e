import { kindWords } from '../kinds/kinds.js';
import { PRIORITIES, SCHOOL_KINDS, SCHOOL_STATES, SECTORS, STATE_CONTRACTS } from './school-kinds.js';
import type { SchoolField, SchoolValues } from './school-record.js';

/** The headings under which changes of an import are gathered. */
export type FieldGroup = 'state' | 'name' | 'contract' | 'network' | 'address' | 'contact' | 'other';

export const FIELD_GROUP_WORDS: Readonly<Record<FieldGroup, string>> = {
  state: 'État',
  name: 'Nom',
  contract: 'Secteur et contrat',
  network: 'Réseau et circonscription',
  address: 'Adresse',
  contact: 'Contact',
  other: 'Autres',
};

export interface FieldWords {
  readonly label: string;
  readonly group: FieldGroup;
}

export const FIELD_WORDS: Readonly<Record<SchoolField, FieldWords>> = {
  name: { label: 'Nom', group: 'name' },
  sector: { label: 'Secteur', group: 'contract' },
  stateContract: { label: 'Contrat', group: 'contract' },
  kind: { label: 'Type d’école', group: 'other' },
  communeInsee: { label: 'Commune', group: 'address' },
  priority: { label: 'Éducation prioritaire', group: 'network' },
  state: { label: 'État', group: 'state' },
  closingAnnounced: { label: 'Fermeture annoncée', group: 'state' },
  circonscriptionUai: { label: 'Circonscription', group: 'network' },
  addressLine1: { label: 'Adresse', group: 'address' },
  addressLine2: { label: 'Complément d’adresse', group: 'address' },
  postalCode: { label: 'Code postal', group: 'address' },
  latitude: { label: 'Latitude', group: 'address' },
  longitude: { label: 'Longitude', group: 'address' },
  telephone: { label: 'Téléphone', group: 'contact' },
  email: { label: 'Courriel', group: 'contact' },
  website: { label: 'Site', group: 'contact' },
  siret: { label: 'SIRET', group: 'other' },
  openedOn: { label: 'Date d’ouverture', group: 'other' },
  hostUai: { label: 'Établissement d’accueil', group: 'other' },
  hasInclusionClass: { label: 'Classe ULIS', group: 'other' },
  concentratedGrouping: { label: 'RPI concentré', group: 'other' },
  dispersedGroupingCode: { label: 'RPI dispersé', group: 'other' },
};

/** Fields that hold a word of a vocabulary, with what people read. */
const VALUE_WORDS: ReadonlyMap<SchoolField, Readonly<Record<string, string>>> = new Map<
  SchoolField,
  Readonly<Record<string, string>>
>([
  ['sector', kindWords(SECTORS, ({ ofSchool }) => ofSchool)],
  ['stateContract', kindWords(STATE_CONTRACTS)],
  ['kind', kindWords(SCHOOL_KINDS)],
  ['priority', kindWords(PRIORITIES)],
  ['state', kindWords(SCHOOL_STATES)],
]);

/** A field's value in words for a preview: « vide » for nothing, codes in French, the rest as it is. */
export function schoolValueWords(field: SchoolField, value: SchoolValues[SchoolField]): string {
  if (value === null) return field === 'stateContract' ? 'sans objet' : 'vide';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return VALUE_WORDS.get(field)?.[String(value)] ?? String(value);
}
