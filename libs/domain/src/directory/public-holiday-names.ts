import { plainText, sameWording } from './plain-text.js';

/** The eleven holidays of code du travail L3133-1, each with the names people and files give it. */
const NAMES: readonly (readonly string[])[] = [
  ['1er janvier', 'Jour de l’an', 'Premier de l’an', 'Nouvel an'],
  ['Lundi de Pâques'],
  ['1er mai', 'Fête du Travail'],
  ['8 mai', '8 mai 1945', 'Victoire de 1945', 'Victoire 1945'],
  ['Ascension', 'Jeudi de l’Ascension'],
  ['Lundi de Pentecôte'],
  ['14 juillet', 'Fête nationale'],
  ['15 août', 'Assomption'],
  ['1er novembre', 'Toussaint'],
  ['11 novembre', 'Armistice de 1918', 'Armistice 1918', 'Armistice'],
  ['25 décembre', 'Noël', 'Jour de Noël'],
];

const HOLIDAY_BY_NAME = new Map(NAMES.flatMap((names, holiday) => names.map((name) => [plainText(name), holiday])));

/**
 * Whether two names are of one public holiday: « 1er mai » and « Fête du Travail » are. Names that the law does not know
 * must have the same wording.
 */
export function sameHolidayName(one: string, other: string): boolean {
  const holiday = HOLIDAY_BY_NAME.get(plainText(one));
  return (holiday !== undefined && holiday === HOLIDAY_BY_NAME.get(plainText(other))) || sameWording(one, other);
}
