import { type Kind, kindRows } from '../kinds/kinds.js';

/** What must be there before an item is installed: an item needs it, an order promises it, somebody finds it kept. */
export const PREREQUISITES = kindRows<{ readonly word: string }>()({
  power: { word: 'Prise électrique' },
  network: { word: 'Prise réseau ou Wi-Fi' },
  furniture: { word: 'Meuble ou support' },
});
export type Prerequisite = Kind<typeof PREREQUISITES>;

/** Who promises it, by whom the school is run. */
export const PROMISERS = kindRows<{ readonly word: string }>()({
  commune: { word: 'la commune' },
  'private-body': { word: 'l’organisme de gestion' },
  'medico-social-body': { word: 'l’organisme médico-social' },
});
export type Promiser = Kind<typeof PROMISERS>;
