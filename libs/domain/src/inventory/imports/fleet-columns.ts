import { plainText } from '../../directory/plain-text.js';
import { guessColumns, headingsOf, type ListColumnRow, type ListHeadings, type ListMapping } from '../list-columns.js';

/** What a list of devices that exist already may tell of each of them. */
// prettier-ignore
export const FLEET_COLUMNS = {
  serial:         { label: 'N° de série', named: ['numéro de série', 'no de série', 'num série', 'n série', 'série', 's/n', 'sn', 'serial', 'serial number', 'serial no', 'service tag', 'item serial'] },
  tag:            { label: 'Étiquette', named: ['numéro d’inventaire', 'n d’inventaire', 'n inventaire', 'no inventaire', 'inventaire', 'étiquette de l’actif', 'étiquette d’actif', 'étiquette d’inventaire', 'n étiquette', 'numéro d’étiquette', 'asset tag', 'inventory number', 'inventory asset number', 'tag', 'code parc', 'n parc', 'otherserial'] },
  state:          { label: 'État', named: ['statut', 'status', 'état de l’appareil', 'état du matériel', 'situation', 'state', 'asset status'] },
  commune:        { label: 'Commune', named: ['ville', 'city', 'town'] },
  site:           { label: 'École', named: ['UAI', 'code UAI', 'RNE', 'établissement', 'nom établissement', 'nom de l’école', 'école affectation', 'groupe scolaire', 'site', 'entité', 'entity', 'entité nom', 'société', 'entreprise', 'company', 'school'] },
  place:          { label: 'Salle ou lieu', named: ['lieu', 'salle', 'location', 'emplacement', 'localisation', 'local', 'classe', 'pièce', 'room', 'lieu nom', 'checked out to location', 'default location'] },
  maker:          { label: 'Fabricant', named: ['marque', 'constructeur', 'manufacturer', 'brand', 'maker', 'fabricant nom'] },
  model:          { label: 'Modèle', named: ['model', 'model name', 'nom du modèle', 'désignation', 'matériel', 'libellé', 'appareil', 'article', 'produit', 'description', 'référence'] },
  purchasedOn:    { label: 'Acheté le', named: ['date d’achat', 'date achat', 'purchase date', 'date de livraison', 'date d’acquisition', 'année d’achat'] },
  netPrice:       { label: 'Prix HT', named: ['prix d’achat HT', 'prix d’achat', 'coût d’achat', 'purchase cost', 'valeur', 'prix', 'price', 'cost'] },
  vatRate:        { label: 'TVA', named: ['taux de TVA', 'VAT', 'VAT rate', 'tax'] },
  warrantyMonths: { label: 'Garantie (mois)', named: ['garantie', 'durée de garantie', 'warranty', 'warranty months'] },
  warrantyUntil:  { label: 'Fin de garantie', named: ['date de fin de garantie', 'garanti jusqu’au', 'warranty expiration', 'warranty expires', 'warranty end'] },
  quantity:       { label: 'Quantité', named: ['qté', 'nombre', 'nb', 'quantity', 'qty'] },
} as const satisfies Record<string, ListColumnRow>;
export type FleetColumn = keyof typeof FLEET_COLUMNS;
export const FLEET_COLUMN_NAMES = Object.keys(FLEET_COLUMNS) as FleetColumn[];
export type FleetMapping = ListMapping<FleetColumn>;
export type FleetHeadings = ListHeadings<FleetColumn>;

export const guessFleetColumns = (header: readonly string[], remembered: FleetHeadings = {}): FleetMapping =>
  guessColumns<FleetColumn>(FLEET_COLUMNS, header, remembered);

export const fleetHeadings = (header: readonly string[], mapping: FleetMapping): FleetHeadings =>
  headingsOf<FleetColumn>(FLEET_COLUMNS, header, mapping);

/** Of these, one each at the least: what a device is known by, where it is, what it is. */
const NEEDED: readonly (readonly FleetColumn[])[] = [['serial', 'tag'], ['place', 'site', 'commune'], ['model']];

/** Columns without which the list cannot be read: of those that may stand for one another, the first. */
export const missingFleetColumns = (mapping: FleetMapping): FleetColumn[] =>
  NEEDED.filter((some) => some.every((column) => mapping[column] === undefined)).map(([first]) => first!);

const OF_PEOPLE =
  /\b(checked out to|assigned to|affecte a|attribue a|prete a|usagers?|utilisateurs?|users?|username|first name|last name|prenom|nom de famille|e ?mail|courriel|contact|technicien|responsable|telephone|phone|enseignante?s?|notes?|commentaires?|comments?)\b/;

/** A column that speaks of people, or whatever somebody noted: nobody reads it here, and it is not kept. */
export function isOfPeople(heading: string): boolean {
  const name = plainText(heading);
  return OF_PEOPLE.test(name) && !name.endsWith('location');
}
