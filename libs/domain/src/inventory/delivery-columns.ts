import { plainText } from '../directory/plain-text.js';

interface DeliveryColumnRow {
  /** Our word, as the screen says it. */
  readonly label: string;
  /** How suppliers head it, in French and English; compared without accents, capitals and signs. */
  readonly named: readonly string[];
  /** Without it no row can be received. */
  readonly required?: true;
}

/** What a supplier's list may tell of each device. */
// prettier-ignore
export const DELIVERY_COLUMNS = {
  serial:         { label: 'N° de série', required: true, named: ['numéro de série', 'no de série', 'num série', 'n série', 'série', 's/n', 'sn', 'serial', 'serial number', 'serial no', 'serialnumber', 'service tag'] },
  model:          { label: 'Modèle', named: ['désignation', 'désignation article', 'libellé', 'article', 'produit', 'référence', 'réf', 'ref article', 'code article', 'matériel', 'model', 'product', 'product name', 'description', 'item', 'sku', 'part number'] },
  tag:            { label: 'Étiquette', named: ['n étiquette', 'numéro d’étiquette', 'numéro d’inventaire', 'n inventaire', 'no inventaire', 'inventaire', 'code parc', 'asset tag', 'tag', 'asset number', 'inventory number'] },
  netPrice:       { label: 'Prix HT', named: ['prix unitaire HT', 'prix unitaire', 'PU HT', 'PU', 'montant HT', 'prix', 'net price', 'unit price', 'price', 'purchase cost'] },
  vatRate:        { label: 'TVA', named: ['taux de TVA', 'taux TVA', 'TVA %', 'VAT', 'VAT rate', 'tax'] },
  warrantyMonths: { label: 'Garantie (mois)', named: ['garantie', 'durée de garantie', 'durée garantie', 'gar mois', 'gar', 'warranty', 'warranty months'] },
  warrantyUntil:  { label: 'Fin de garantie', named: ['date de fin de garantie', 'date fin garantie', 'garanti jusqu’au', 'garantie jusqu’au', 'warranty end', 'warranty until', 'warranty expiration', 'end of warranty'] },
  deliveredOn:    { label: 'Livré le', named: ['date de livraison', 'date livraison', 'dt liv', 'livraison', 'delivery date', 'delivered', 'purchase date'] },
  orderReference: { label: 'Bon de commande', named: ['n de commande', 'numéro de commande', 'commande', 'cde client', 'votre commande', 'référence commande', 'order number', 'order', 'purchase order', 'PO', 'PO number'] },
} as const satisfies Record<string, DeliveryColumnRow>;
export type DeliveryColumn = keyof typeof DELIVERY_COLUMNS;
export const DELIVERY_COLUMN_NAMES = Object.keys(DELIVERY_COLUMNS) as DeliveryColumn[];

/** Where each of our words stands in one list, the first column being 0. */
export type DeliveryMapping = Partial<Record<DeliveryColumn, number>>;

/** How a supplier heads what it tells, as it was mapped the last time. */
export type DeliveryHeadings = Partial<Record<DeliveryColumn, string>>;

/** The columns of a list by their headings: as its supplier's were mapped before, else as most suppliers name them. */
export function guessDeliveryColumns(header: readonly string[], remembered: DeliveryHeadings = {}): DeliveryMapping {
  const names = header.map(plainText);
  const taken = new Set<number>();
  const found = (name: string) => names.findIndex((each, place) => each === plainText(name) && !taken.has(place));
  const mapping: DeliveryMapping = {};
  const take = (column: DeliveryColumn, place: number) => {
    if (place < 0 || mapping[column] !== undefined) return;
    taken.add(place);
    mapping[column] = place;
  };
  for (const column of DELIVERY_COLUMN_NAMES)
    if (remembered[column] !== undefined) take(column, found(remembered[column]));
  for (const column of DELIVERY_COLUMN_NAMES) {
    const { label, named } = DELIVERY_COLUMNS[column];
    for (const name of [label, ...named]) take(column, found(name));
  }
  return mapping;
}

/** What is remembered of a mapping: headings, since their order varies from one list to the next. */
export function deliveryHeadings(header: readonly string[], mapping: DeliveryMapping): DeliveryHeadings {
  const headings: DeliveryHeadings = {};
  for (const column of DELIVERY_COLUMN_NAMES) {
    const place = mapping[column];
    if (place !== undefined && header[place]) headings[column] = header[place];
  }
  return headings;
}

/** Columns without which the list cannot be received. */
export function missingDeliveryColumns(mapping: DeliveryMapping): DeliveryColumn[] {
  return DELIVERY_COLUMN_NAMES.filter(
    (column) => 'required' in DELIVERY_COLUMNS[column] && mapping[column] === undefined,
  );
}

/** A model's name as a supplier writes it, as it is remembered; empty where the list names none. */
export const supplierWord = (cell: string): string => plainText(cell);
