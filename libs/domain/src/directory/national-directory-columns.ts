import type { ColumnTable } from './header.js';

export type DirectoryColumn =
  | 'uai'
  | 'name'
  | 'type'
  | 'sector'
  | 'address1'
  | 'address2'
  | 'postalCode'
  | 'communeInsee'
  | 'communeName'
  | 'department'
  | 'nursery'
  | 'elementary'
  | 'telephone'
  | 'website'
  | 'email'
  | 'inclusionClass'
  | 'priority'
  | 'siret'
  | 'position'
  | 'contractLabel'
  | 'contractCode'
  | 'circonscriptionName'
  | 'circonscriptionUai'
  | 'latitude'
  | 'longitude'
  | 'openedOn'
  | 'state'
  | 'concentratedGrouping'
  | 'dispersedGrouping'
  | 'nature'
  | 'host';

/**
 * What is read of `fr-en-annuaire-education` (ministère de l'Éducation nationale, Licence Ouverte 2.0). Names differ
 * between the exports of 2023 and 2026 and the API by case and spaces only, save those listed. Kind is told by two flags or, without
 * them, by the nature code: the reader checks that the file has one or the other.
 */
export const DIRECTORY_COLUMNS: ColumnTable<DirectoryColumn> = {
  uai: { label: 'Identifiant_de_l_etablissement', alsoNamed: ['UAI', 'numero_uai', 'code_uai'], required: true },
  name: { label: 'Nom_etablissement', required: true },
  type: { label: 'Type_etablissement', required: true },
  sector: { label: 'Statut_public_prive', required: true },
  address1: { label: 'Adresse_1', required: false },
  address2: { label: 'Adresse_2', required: false },
  postalCode: { label: 'Code_postal', required: false },
  communeInsee: { label: 'Code_commune', alsoNamed: ['code_insee', 'code_insee_commune'], required: true },
  communeName: { label: 'Nom_commune', required: false },
  department: { label: 'Code_departement', required: false },
  nursery: { label: 'Ecole_maternelle', required: false },
  elementary: { label: 'Ecole_elementaire', required: false },
  telephone: { label: 'Telephone', required: false },
  website: { label: 'Web', required: false },
  email: { label: 'Mail', required: false },
  inclusionClass: { label: 'ULIS', required: false },
  priority: { label: 'Appartenance_Education_Prioritaire', required: false },
  siret: { label: 'SIREN_SIRET', required: false },
  position: { label: 'position', required: false },
  contractLabel: { label: 'Type_contrat_prive', required: false },
  contractCode: { label: 'Code_type_contrat_prive', required: false },
  circonscriptionName: { label: 'nom_circonscription', required: false },
  circonscriptionUai: { label: 'code_circonscription', required: false },
  latitude: { label: 'latitude', required: false },
  longitude: { label: 'longitude', required: false },
  openedOn: { label: 'date_ouverture', required: false },
  state: { label: 'etat', required: true },
  concentratedGrouping: { label: 'rpi_concentre', required: false },
  dispersedGrouping: { label: 'rpi_disperse', required: false },
  nature: { label: 'code_nature', required: false },
  host: { label: 'etablissement_mere', required: false },
};

/** Which of the known headers a file has, for the sentence that says what was recognised. */
export type DirectoryHeaderStyle = '2023' | '2026' | 'api' | 'other';

export function directoryHeaderStyle(cells: readonly string[]): DirectoryHeaderStyle {
  const names = new Set(cells.map((cell) => cell.replace('\uFEFF', '').trim()));
  if (names.has('identifiant_de_l_etablissement')) return 'api';
  if (names.has('Code postal') && names.has('Nombre_d_eleves')) return '2023';
  return names.has('Code_postal') && names.has('code_circonscription') ? '2026' : 'other';
}
