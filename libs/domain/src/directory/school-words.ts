import type {
  PriorityEducation,
  SchoolField,
  SchoolKind,
  SchoolSector,
  SchoolState,
  SchoolValues,
  StateContract,
} from './school-record.js';

export const SECTOR_WORDS: Readonly<Record<SchoolSector, string>> = { public: 'publique', private: 'privée' };

export const CONTRACT_WORDS: Readonly<Record<NonNullable<StateContract>, string>> = {
  association: 'contrat d’association',
  simple: 'contrat simple',
  none: 'hors contrat',
};

export const KIND_WORDS: Readonly<Record<SchoolKind, string>> = {
  nursery: 'maternelle',
  elementary: 'élémentaire',
  primary: 'primaire',
  'teaching-unit': 'unité d’enseignement',
};

export const PRIORITY_WORDS: Readonly<Record<PriorityEducation, string>> = {
  none: 'hors éducation prioritaire',
  REP: 'REP',
  'REP+': 'REP+',
};

export const SCHOOL_STATE_WORDS: Readonly<Record<SchoolState, string>> = { open: 'ouverte', closed: 'fermée' };

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
  contract: { label: 'Contrat', group: 'contract' },
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

const VALUE_WORDS: Partial<Record<SchoolField, Readonly<Record<string, string>>>> = {
  sector: SECTOR_WORDS,
  contract: CONTRACT_WORDS,
  kind: KIND_WORDS,
  priority: PRIORITY_WORDS,
  state: SCHOOL_STATE_WORDS,
};

/** A field's value in words for a preview: « vide » for nothing, codes in French, the rest as it is. */
export function schoolValueWords(field: SchoolField, value: SchoolValues[SchoolField]): string {
  if (value === null) return field === 'contract' ? 'sans objet' : 'vide';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return VALUE_WORDS[field]?.[String(value)] ?? String(value);
}
