import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';

/** What an act of a phone is about: where it can be looked at, if it is there at all. */
export const DEPOSIT_OBJECTS = kindRows<{ readonly word: string }>()({
  ticket: { word: 'Ticket' },
  order: { word: 'Commande' },
  visit: { word: 'Intervention' },
  inventory: { word: 'Récolement' },
  check: { word: 'Contrôle' },
});
export type DepositObject = Kind<typeof DEPOSIT_OBJECTS>;
export const DEPOSIT_OBJECT_NAMES = kindsOf(DEPOSIT_OBJECTS);

/** Characters of the act's own body, as the phone has kept it. */
export const DEPOSIT_BODY_CHARACTERS = 65_536;
/** Of one act, both sizes counted. */
export const DEPOSIT_PHOTOS = 60;
