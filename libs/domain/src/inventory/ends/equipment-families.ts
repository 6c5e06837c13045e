import { type Kind, kindRows, kindsOf, kindsWhere } from '../../kinds/kinds.js';

interface EquipmentFamilyRow {
  readonly word: string;
  /** Proposed of its models: what is on it is wiped before it leaves. */
  readonly storesData: boolean;
  /** Of "matériel informatique et téléphonie", which the laws on reuse count. */
  readonly informatics: boolean;
  /** Over how many months its value is spread, unless a setting says otherwise. */
  readonly depreciationMonths: number;
}

/** What a device is, whatever its maker: what its value, its data and its carbon depend on. */
// prettier-ignore
export const EQUIPMENT_FAMILIES = kindRows<EquipmentFamilyRow>()({
  laptop:                { word: 'Ordinateur portable',    storesData: true,  informatics: true,  depreciationMonths: 60 },
  desktop:               { word: 'Ordinateur fixe',        storesData: true,  informatics: true,  depreciationMonths: 60 },
  tablet:                { word: 'Tablette',               storesData: true,  informatics: true,  depreciationMonths: 48 },
  smartphone:            { word: 'Téléphone',              storesData: true,  informatics: true,  depreciationMonths: 36 },
  'interactive-display': { word: 'Écran interactif',       storesData: true,  informatics: true,  depreciationMonths: 84 },
  projector:             { word: 'Vidéoprojecteur',        storesData: false, informatics: true,  depreciationMonths: 60 },
  monitor:               { word: 'Écran d’ordinateur',     storesData: false, informatics: true,  depreciationMonths: 60 },
  printer:               { word: 'Imprimante',             storesData: true,  informatics: true,  depreciationMonths: 60 },
  'network-box':         { word: 'Boîtier ou borne',       storesData: false, informatics: true,  depreciationMonths: 60 },
  robot:                 { word: 'Robot',                  storesData: false, informatics: false, depreciationMonths: 48 },
  case:                  { word: 'Valise ou chariot',      storesData: false, informatics: false, depreciationMonths: 84 },
  accessory:             { word: 'Accessoire',             storesData: false, informatics: false, depreciationMonths: 36 },
});
export type EquipmentFamily = Kind<typeof EQUIPMENT_FAMILIES>;
export const EQUIPMENT_FAMILY_NAMES = kindsOf(EQUIPMENT_FAMILIES);

/** What the shares of reuse count. */
export const INFORMATICS: readonly EquipmentFamily[] = kindsWhere(EQUIPMENT_FAMILIES, ({ informatics }) => informatics);
