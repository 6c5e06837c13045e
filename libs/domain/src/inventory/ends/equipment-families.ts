import { type Kind, kindRows, kindsOf, kindsWhere } from '../../kinds/kinds.js';

interface EquipmentFamilyRow {
  readonly word: string;
  /** Proposed of its models: what is on it is wiped before it leaves. */
  readonly storesData: boolean;
  /** Of "matériel informatique et téléphonie", which the laws on reuse count. */
  readonly informatics: boolean;
  /** Over how many months its value is spread, unless a setting says otherwise. */
  readonly depreciationMonths: number;
  /** What figures count it as: what pupils work on, what a class looks at, or neither. */
  readonly serves: 'pupils' | 'display' | null;
}

/** What a device is, whatever its maker: what its value, its data and its carbon depend on. */
// prettier-ignore
export const EQUIPMENT_FAMILIES = kindRows<EquipmentFamilyRow>()({
  laptop:                { word: 'Ordinateur portable',    storesData: true,  informatics: true,  depreciationMonths: 60, serves: 'pupils' },
  desktop:               { word: 'Ordinateur fixe',        storesData: true,  informatics: true,  depreciationMonths: 60, serves: 'pupils' },
  tablet:                { word: 'Tablette',               storesData: true,  informatics: true,  depreciationMonths: 48, serves: 'pupils' },
  smartphone:            { word: 'Téléphone',              storesData: true,  informatics: true,  depreciationMonths: 36, serves: null },
  'interactive-display': { word: 'Écran interactif',       storesData: true,  informatics: true,  depreciationMonths: 84, serves: 'display' },
  projector:             { word: 'Vidéoprojecteur',        storesData: false, informatics: true,  depreciationMonths: 60, serves: 'display' },
  monitor:               { word: 'Écran d’ordinateur',     storesData: false, informatics: true,  depreciationMonths: 60, serves: null },
  printer:               { word: 'Imprimante',             storesData: true,  informatics: true,  depreciationMonths: 60, serves: null },
  'network-box':         { word: 'Boîtier ou borne',       storesData: false, informatics: true,  depreciationMonths: 60, serves: null },
  robot:                 { word: 'Robot',                  storesData: false, informatics: false, depreciationMonths: 48, serves: null },
  case:                  { word: 'Valise ou chariot',      storesData: false, informatics: false, depreciationMonths: 84, serves: null },
  accessory:             { word: 'Accessoire',             storesData: false, informatics: false, depreciationMonths: 36, serves: null },
});
export type EquipmentFamily = Kind<typeof EQUIPMENT_FAMILIES>;
export const EQUIPMENT_FAMILY_NAMES = kindsOf(EQUIPMENT_FAMILIES);

/** What the shares of reuse count. */
export const INFORMATICS: readonly EquipmentFamily[] = kindsWhere(EQUIPMENT_FAMILIES, ({ informatics }) => informatics);

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
