import { plainText } from '../directory/plain-text.js';
import { guessColumns, headingsOf, type ListColumnRow, type ListHeadings, type ListMapping } from './list-columns.js';

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
} as const satisfies Record<string, ListColumnRow>;
export type DeliveryColumn = keyof typeof DELIVERY_COLUMNS;
export const DELIVERY_COLUMN_NAMES = Object.keys(DELIVERY_COLUMNS) as DeliveryColumn[];

export type DeliveryMapping = ListMapping<DeliveryColumn>;
export type DeliveryHeadings = ListHeadings<DeliveryColumn>;

/** The columns of a list by their headings: as its supplier's were mapped before, else as most suppliers name them. */
export const guessDeliveryColumns = (header: readonly string[], remembered: DeliveryHeadings = {}): DeliveryMapping =>
  guessColumns<DeliveryColumn>(DELIVERY_COLUMNS, header, remembered);

export const deliveryHeadings = (header: readonly string[], mapping: DeliveryMapping): DeliveryHeadings =>
  headingsOf<DeliveryColumn>(DELIVERY_COLUMNS, header, mapping);

/** Columns without which the list cannot be received. */
export function missingDeliveryColumns(mapping: DeliveryMapping): DeliveryColumn[] {
  return DELIVERY_COLUMN_NAMES.filter(
    (column) => 'required' in DELIVERY_COLUMNS[column] && mapping[column] === undefined,
  );
}

/** A model's name as a supplier writes it, as it is remembered; empty where the list names none. */
export const supplierWord = (cell: string): string => plainText(cell);
