import { DELIVERY_COLUMNS, supplierWord, type DeliveryColumn, type DeliveryMapping } from './delivery-columns.js';
import { basisPointsOf, centsOf, dayOf, isBrokenSerial, monthsOf } from './delivery-values.js';
import { EQUIPMENT_TAG, tagAsKept } from './equipment-tag.js';
import { ListCells, LONGEST_SERIAL, type CellFault } from './list-cells.js';

/** Of one model in one delivery: sixty models of it together stay below what its column holds. */
export const MOST_AWAITED = 1_500;

/** One device as a supplier's list tells it. */
export interface DeliveryRow {
  /** Of the file, its header being line 1. */
  line: number;
  serial: string;
  /** The model as the supplier writes it, and as that is remembered. */
  modelText: string;
  modelWord: string;
  tag: string | null;
  netCents: number | null;
  vatBasisPoints: number | null;
  warrantyMonths: number | null;
  warrantyUntil: string | null;
  deliveredOn: string | null;
  orderReference: string | null;
}

export type DeliveryFaultCode = keyof typeof DELIVERY_FAULTS;

/** What is wrong with a row, in which column. */
export interface DeliveryFault extends CellFault<string, DeliveryColumn> {
  code: DeliveryFaultCode;
}

type Said = (fault: DeliveryFault) => string;

/** Every way a row is held back, in words for who mends it. */
// prettier-ignore
export const DELIVERY_FAULTS = {
  'serial-missing':  () => 'Le numéro de série manque.',
  'serial-broken':   ({ value }) => `« ${value} » : ce numéro de série a été abîmé par un tableur, ses derniers chiffres sont perdus. Saisissez le bon.`,
  'serial-repeated': ({ other }) => `Même numéro de série qu’à la ligne ${other}.`,
  'serial-known':    ({ other }) => `Ce numéro de série est déjà au parc, sous l’étiquette ${other}.`,
  'model-unknown':   ({ value }) => (value ? `« ${value} » n’a pas encore son modèle du catalogue.` : 'Le fichier ne dit pas le modèle.'),
  'tag-shape':       ({ value }) => `« ${value} » n’est pas une étiquette : lettres, chiffres et tirets seulement.`,
  'tag-repeated':    ({ other }) => `Même étiquette qu’à la ligne ${other}.`,
  'tag-known':       () => 'Un autre appareil porte déjà cette étiquette.',
  'price-bad':       ({ value }) => `« ${value} » n’est pas un prix.`,
  'vat-bad':         ({ value }) => `« ${value} » n’est pas un taux de TVA.`,
  'warranty-bad':    ({ value }) => `« ${value} » n’est ni un nombre de mois ni une date de garantie.`,
  'date-bad':        ({ value }) => `« ${value} » n’est pas une date qui existe (jj/mm/aaaa).`,
  'order-other':     ({ value }) => `Cette ligne est d’un autre bon de commande (${value}).`,
  'text-damaged':    () => 'Cette cellule contient des caractères illisibles, ou bien trop de texte.',
} as const satisfies Record<string, Said>;

/** « N° de série : le numéro de série manque. » without its column, which stands beside it. */
export const deliveryFaultSaid = (fault: DeliveryFault): string => (DELIVERY_FAULTS[fault.code] as Said)(fault);

/** A cell that somebody wrote anew; what the file holds stays as it is. */
export interface DeliveryMending {
  line: number;
  column: DeliveryColumn;
  value: string;
}

/** Reads one row. @param mended by column, what stands instead of the file's cell */
export function readDeliveryRow(
  cells: readonly string[],
  line: number,
  mapping: DeliveryMapping,
  mended: Partial<Record<DeliveryColumn, string>> = {},
): { row: DeliveryRow; faults: DeliveryFault[] } {
  const told = new ListCells<DeliveryColumn, DeliveryFaultCode>(cells, mapping, 'text-damaged', mended);
  const { faults } = told;
  const serial = told.text('serial');
  if (serial === '' && faults.length === 0) told.fault('serial-missing', 'serial', '');
  if (serial.length > LONGEST_SERIAL) told.fault('text-damaged', 'serial', serial);
  if (isBrokenSerial(serial)) told.fault('serial-broken', 'serial', serial);
  const modelText = told.text('model');
  const tag = told.read('tag', 'tag-shape', (written) =>
    EQUIPMENT_TAG.test(tagAsKept(written)) ? tagAsKept(written) : null,
  );
  const row: DeliveryRow = {
    ...{ line, serial, modelText, modelWord: supplierWord(modelText), tag },
    netCents: told.read('netPrice', 'price-bad', centsOf),
    vatBasisPoints: told.read('vatRate', 'vat-bad', basisPointsOf),
    warrantyMonths: told.read('warrantyMonths', 'warranty-bad', monthsOf),
    warrantyUntil: told.read('warrantyUntil', 'warranty-bad', dayOf),
    deliveredOn: told.read('deliveredOn', 'date-bad', dayOf),
    orderReference: told.text('orderReference') || null,
  };
  return { row, faults };
}

export const deliveryColumnLabel = (column: DeliveryColumn): string => DELIVERY_COLUMNS[column].label;
