import { plainText } from '../../directory/plain-text.js';
import { basisPointsOf, centsOf, dayOf, isBrokenSerial, monthsOf } from '../delivery-values.js';
import { EQUIPMENT_TAG, tagAsKept } from '../equipment-tag.js';
import { ListCells, LONGEST_SERIAL, type CellFault } from '../list-cells.js';
import type { FleetColumn, FleetMapping } from './fleet-columns.js';

/** One device as a list tells it. */
export interface FleetRow {
  /** Of the file, its header being line 1. */
  line: number;
  serial: string | null;
  tag: string | null;
  stateText: string;
  /** As it is shown and decided about, its maker in front; and without it. */
  modelText: string;
  modelAlone: string;
  /** From the commune to the room, as far as the list says. */
  path: string[];
  /** How many parts at the end of the path stand in the column of places. */
  ofPlace: number;
  netCents: number | null;
  vatBasisPoints: number | null;
  warrantyMonths: number | null;
  warrantyUntil: string | null;
  purchasedOn: string | null;
}

export type FleetFaultCode = keyof typeof FLEET_FAULTS;
export interface FleetFault extends CellFault<string, FleetColumn> {
  code: FleetFaultCode;
}

interface FaultWords {
  /** What rows at fault are counted under. */
  readonly kind: string;
  said(fault: FleetFault): string;
}

/** Every way a row stays out, in words for who mends it. */
// prettier-ignore
export const FLEET_FAULTS = {
  'text-damaged':    { kind: 'Texte illisible ou trop long', said: () => 'Cette cellule contient des caractères illisibles, ou bien trop de texte.' },
  unnamed:           { kind: 'Ni numéro de série ni étiquette', said: () => 'Ni numéro de série ni étiquette : l’appareil ne se reconnaîtrait pas la fois suivante.' },
  'serial-broken':   { kind: 'Numéro de série abîmé', said: ({ value }) => `« ${value} » : ce numéro de série a été abîmé par un tableur, ses derniers chiffres sont perdus.` },
  'serial-repeated': { kind: 'Numéro de série en double', said: ({ other }) => `Même numéro de série qu’à la ligne ${other}.` },
  'serial-other':    { kind: 'Autre numéro de série au parc', said: ({ other }) => `L’appareil qui porte cette étiquette a le numéro de série ${other} au parc.` },
  'tag-shape':       { kind: 'Étiquette impossible', said: ({ value }) => `« ${value} » n’est pas une étiquette : 2 à 30 lettres, chiffres et tirets.` },
  'tag-repeated':    { kind: 'Étiquette en double', said: ({ other }) => `Même étiquette qu’à la ligne ${other}.` },
  'tag-known':       { kind: 'Étiquette d’un autre appareil', said: () => 'Un autre appareil du parc porte, ou a porté, cette étiquette.' },
  several:           { kind: 'Plusieurs appareils sur une ligne', said: ({ value }) => `« ${value} » : plusieurs appareils sur une ligne. Il en faut une par appareil.` },
  'date-bad':        { kind: 'Date impossible', said: ({ value }) => `« ${value} » n’est pas une date qui existe (jj/mm/aaaa).` },
  'price-bad':       { kind: 'Prix illisible', said: ({ value }) => `« ${value} » n’est pas un prix.` },
  'vat-bad':         { kind: 'TVA illisible', said: ({ value }) => `« ${value} » n’est pas un taux de TVA.` },
  'warranty-bad':    { kind: 'Garantie illisible', said: ({ value }) => `« ${value} » n’est ni un nombre de mois ni une date de garantie.` },
  'model-unknown':   { kind: 'Modèle à choisir', said: ({ value }) => (value ? `« ${value} » n’a pas encore son modèle du catalogue.` : 'Le fichier ne dit pas le modèle.') },
  'state-unknown':   { kind: 'État à choisir', said: ({ value }) => `« ${value} » n’a pas encore son état.` },
  'place-unknown':   { kind: 'Lieu à choisir', said: ({ value }) => (value ? `« ${value} » n’a pas encore son école ou son lieu de stock.` : 'Le fichier ne dit pas où il est.') },
  'left-out':        { kind: 'Laissé de côté', said: ({ value }) => `« ${value || 'vide'} » : vous laissez ces lignes de côté.` },
  'place-of-state':  { kind: 'État et lieu contraires', said: ({ value }) => `« ${value} » : cet état et ce lieu ne vont pas ensemble.` },
  'model-other':     { kind: 'Autre modèle au parc', said: ({ other }) => `Cet appareil est au parc avec un autre modèle : ${other}.` },
  'in-case':         { kind: 'Dans une valise', said: () => 'Il est dans une valise, ou c’en est une : déplacez-le depuis sa fiche.' },
  'for-loans':       { kind: 'Se prête aux écoles', said: () => 'Il se prête, ou est promis à une école : retirez d’abord son kit de ceux qui sont proposés.' },
  'state-apart':     { kind: 'Changement à faire sur la fiche', said: ({ other }) => `Il est « ${other} » au parc : ce changement se fait depuis sa fiche.` },
} as const satisfies Record<string, FaultWords>;

export const FLEET_FAULT_CODES = Object.keys(FLEET_FAULTS) as FleetFaultCode[];

/** What an answer about a word mends, for all the rows that have it: rows with nothing else wrong wait for it. */
export const FLEET_FAULTS_TO_ANSWER: readonly FleetFaultCode[] = ['model-unknown', 'state-unknown', 'place-unknown'];

export const fleetFaultSaid = (fault: FleetFault): string => (FLEET_FAULTS[fault.code] as FaultWords).said(fault);

/** What makers and programs write where a serial number is not known. */
const NO_SERIAL: readonly string[] = [
  ...['to be filled by o e m', 'system serial number', 'default string', 'not specified', 'not applicable', 'none'],
  ...['n a', 'na', 'inconnu', 'sans', 'neant', 'aucun', 'chassis serial number', 'empty'],
];
const isNoSerial = (text: string): boolean => NO_SERIAL.includes(plainText(text)) || /^[\s0.x*?_-]*$/i.test(text);

/** « 2 PC », « 3 x tablettes »: several devices in one cell. */
const SEVERAL =
  /^(\d{1,3})\s*(?:x|×|\*|pcs?\b|ordis?\b|ordinateurs?\b|portables?\b|tablettes?\b|[ée]crans?\b|vid[ée]oprojecteurs?\b|imprimantes?\b)/i;
const partsOf = (text: string): string[] =>
  text
    .split('>')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads one row. */
export function readFleetRow(
  cells: readonly string[],
  line: number,
  mapping: FleetMapping,
): { row: FleetRow; faults: FleetFault[] } {
  const told = new ListCells<FleetColumn, FleetFaultCode>(cells, mapping, 'text-damaged');
  const serial = serialOf(told);
  const tag = told.read('tag', 'tag-shape', (text) => (EQUIPMENT_TAG.test(tagAsKept(text)) ? tagAsKept(text) : null));
  if (serial === null && tag === null && told.faults.length === 0) told.fault('unnamed', 'serial', '');
  const model = told.text('model');
  const maker = told.text('maker');
  const quantity = told.text('quantity');
  if (/^\d+$/.test(quantity) && Number(quantity) > 1) told.fault('several', 'quantity', quantity);
  if (Number(SEVERAL.exec(model)?.[1] ?? 1) > 1) told.fault('several', 'model', model);
  const place = partsOf(told.text('place'));
  const row: FleetRow = {
    ...{ line, serial, tag, stateText: told.text('state') },
    modelAlone: model,
    modelText: plainText(model).startsWith(plainText(maker)) ? model : `${maker} ${model}`.trim(),
    path: [...partsOf(told.text('commune')), ...partsOf(told.text('site')), ...place],
    ofPlace: place.length,
    netCents: told.read('netPrice', 'price-bad', centsOf),
    vatBasisPoints: told.read('vatRate', 'vat-bad', basisPointsOf),
    warrantyMonths: told.read('warrantyMonths', 'warranty-bad', monthsOf),
    warrantyUntil: told.read('warrantyUntil', 'warranty-bad', dayOf),
    purchasedOn: told.read('purchasedOn', 'date-bad', dayOf),
  };
  return { row, faults: told.faults };
}

function serialOf(told: ListCells<FleetColumn, FleetFaultCode>): string | null {
  const serial = told.text('serial');
  if (isBrokenSerial(serial)) return told.fault('serial-broken', 'serial', serial);
  if (serial.length > LONGEST_SERIAL) return told.fault('text-damaged', 'serial', serial);
  return isNoSerial(serial) ? null : serial;
}
