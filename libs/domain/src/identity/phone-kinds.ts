import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';

/** What a person recognises a phone of theirs by: told by its browser, so that nobody writes a name. */
export const PHONE_KINDS = kindRows<{ readonly word: string }>()({
  android: { word: 'Téléphone Android' },
  iphone: { word: 'iPhone ou iPad' },
  other: { word: 'Autre appareil' },
});
export type PhoneKind = Kind<typeof PHONE_KINDS>;
export const PHONE_KIND_NAMES = kindsOf(PHONE_KINDS);
