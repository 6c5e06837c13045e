import { type Kind, kindRows, kindsOf, kindsWhere } from '../../kinds/kinds.js';

interface EquipmentFamilyRow {
  readonly word: string;
  /** Proposed of its models: what is on it is wiped before it leaves. */
  readonly storesData: boolean;
  /** Of "matériel informatique et téléphonie", which the laws on reuse count. */
  readonly informatics: boolean;
  /** Over how many months its value is spread, unless a setting says otherwise. */
  readonly depreciationMonths: number;
  /** How many years one is expected to serve, unless a setting says otherwise; of ADEME's reference lives where it has one. */
  readonly lifeYears: number;
  /** Its makers must tell an index of repairability or durability (law AGEC art. 16, REEN). */
  readonly indexed: boolean;
  /** What figures count it as: what pupils work on, what a class looks at, or neither. */
  readonly serves: 'pupils' | 'display' | null;
}

/** What a device is, whatever its maker: what its value, its data and its carbon depend on. */
// prettier-ignore
export const EQUIPMENT_FAMILIES = kindRows<EquipmentFamilyRow>()({
  laptop:                { word: 'Ordinateur portable',    storesData: true,  informatics: true,  depreciationMonths: 60, lifeYears: 5, indexed: true, serves: 'pupils' },
  desktop:               { word: 'Ordinateur fixe',        storesData: true,  informatics: true,  depreciationMonths: 60, lifeYears: 6, indexed: false, serves: 'pupils' },
  tablet:                { word: 'Tablette',               storesData: true,  informatics: true,  depreciationMonths: 48, lifeYears: 3, indexed: false, serves: 'pupils' },
  smartphone:            { word: 'Téléphone',              storesData: true,  informatics: true,  depreciationMonths: 36, lifeYears: 2.5, indexed: true, serves: null },
  'interactive-display': { word: 'Écran interactif',       storesData: true,  informatics: true,  depreciationMonths: 84, lifeYears: 8, indexed: false, serves: 'display' },
  projector:             { word: 'Vidéoprojecteur',        storesData: false, informatics: true,  depreciationMonths: 60, lifeYears: 8, indexed: false, serves: 'display' },
  monitor:               { word: 'Écran d’ordinateur',     storesData: false, informatics: true,  depreciationMonths: 60, lifeYears: 6, indexed: false, serves: null },
  printer:               { word: 'Imprimante',             storesData: true,  informatics: true,  depreciationMonths: 60, lifeYears: 5, indexed: false, serves: null },
  'network-box':         { word: 'Boîtier ou borne',       storesData: false, informatics: true,  depreciationMonths: 60, lifeYears: 5, indexed: false, serves: null },
  robot:                 { word: 'Robot',                  storesData: false, informatics: false, depreciationMonths: 48, lifeYears: 5, indexed: false, serves: null },
  case:                  { word: 'Valise ou chariot',      storesData: false, informatics: false, depreciationMonths: 84, lifeYears: 10, indexed: false, serves: null },
  accessory:             { word: 'Accessoire',             storesData: false, informatics: false, depreciationMonths: 36, lifeYears: 5, indexed: false, serves: null },
});
export type EquipmentFamily = Kind<typeof EQUIPMENT_FAMILIES>;
export const EQUIPMENT_FAMILY_NAMES = kindsOf(EQUIPMENT_FAMILIES);

/** What the shares of reuse count. */
export const INFORMATICS: readonly EquipmentFamily[] = kindsWhere(EQUIPMENT_FAMILIES, ({ informatics }) => informatics);

/** What has an index of repairability or durability to tell. */
export const INDEXED_FAMILIES: readonly EquipmentFamily[] = kindsWhere(EQUIPMENT_FAMILIES, ({ indexed }) => indexed);

/** Terminals that pupils work on, unless their model is a teacher's. */
export const PUPIL_TERMINALS: readonly EquipmentFamily[] = kindsWhere(
  EQUIPMENT_FAMILIES,
  ({ serves }) => serves === 'pupils',
);
/** What a class looks at together. */
export const DISPLAYS: readonly EquipmentFamily[] = kindsWhere(
  EQUIPMENT_FAMILIES,
  ({ serves }) => serves === 'display',
);
