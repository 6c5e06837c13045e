import { kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';

/** The settings that the value of devices and their gifts are judged by, each with its day. */
export const FLEET_SETTINGS = kindRows<{ word: string }>()({
  'equipment.depreciation': { word: 'durées d’amortissement' },
  'equipment.giftMaxCents': { word: 'valeur d’un don' },
});
export type FleetSetting = Kind<typeof FLEET_SETTINGS>;
export const FLEET_SETTING_NAMES = kindsOf(FLEET_SETTINGS);
