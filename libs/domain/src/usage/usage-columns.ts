import { plainText } from '../directory/plain-text.js';
import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';
import type { UsageFileRefusal } from './usage-kinds.js';

interface UsageColumnRow {
  /** As the documentation writes it. */
  readonly heading: string;
  readonly means: string;
  readonly example: string;
  readonly needed: boolean;
}

/** The columns of a file of use, and no other: what is not here is never read. */
// prettier-ignore
export const USAGE_COLUMNS = kindRows<UsageColumnRow>()({
  device:   { heading: 'appareil',     means: 'étiquette ou numéro de série',                       example: 'SEM-004217', needed: true },
  week:     { heading: 'semaine',      means: 'semaine ISO, du lundi au dimanche',                  example: '2026-W47',   needed: true },
  minutes:  { heading: 'minutes',      means: 'minutes d’utilisation, 0 à 10080 ; vide : vu, usage inconnu', example: '340', needed: false },
  sessions: { heading: 'seances',      means: 'nombre de séances',                                  example: '9',          needed: false },
  users:    { heading: 'utilisateurs', means: 'nombre de personnes différentes, jamais leurs noms', example: '12',         needed: false },
  days:     { heading: 'jours',        means: 'jours d’utilisation, 0 à 7',                         example: '4',          needed: false },
  subject:  { heading: 'matiere',      means: 'matière, si elle est connue',                        example: 'Français',   needed: false },
});
export type UsageColumn = Kind<typeof USAGE_COLUMNS>;
export const USAGE_COLUMN_NAMES = kindsOf(USAGE_COLUMNS);

const BY_HEADING = new Map(USAGE_COLUMN_NAMES.map((name) => [plainText(USAGE_COLUMNS[name].heading), name]));

/** Headings that name somebody, as device management exports them; one alone refuses the file. */
const NAMES_PERSONS =
  /\b(utilisateur|utilisateur principal|user|username|users|recentusers|recent users|primary user|upn|userprincipalname|login|identifiant|compte|account|nom|prenom|nom complet|name|first name|last name|full name|display name|displayname|email|e mail|mail|courriel|adresse|eleve|eleves|pupil|student|students|ine|naissance|birth|classe|enseignant|owner|proprietaire|assigned to|affecte a|attribue a|personne|contact|telephone|phone)\b/;

/** Which column stands where; null where the heading row is refused. */
export type UsageHeading = { readonly [Name in UsageColumn]: number } | { readonly refusal: UsageFileRefusal };

/**
 * Reads the headings of a file: accents, capitals and spaces aside. A column that is not expected refuses the file, whatever it
 * holds; one that names somebody says so.
 * @returns the place of each column from 0, -1 where it is left out
 */
export function readUsageHeading(cells: readonly string[]): UsageHeading {
  const places: Record<UsageColumn, number> = {
    ...{ device: -1, week: -1, minutes: -1, sessions: -1, users: -1, days: -1, subject: -1 },
  };
  let isUnknown = false;
  for (const [place, cell] of cells.entries()) {
    const heading = plainText(cell);
    const column = BY_HEADING.get(heading);
    if (column !== undefined && places[column] < 0) places[column] = place;
    else if (column === undefined && NAMES_PERSONS.test(heading)) return { refusal: 'persons-named' };
    else isUnknown = true;
  }
  // Headings cut by another separator are no list of columns at all.
  if (isUnknown && cells.length === 1) return { refusal: 'unreadable' };
  if (isUnknown) return { refusal: 'column-unknown' };
  const lacks = USAGE_COLUMN_NAMES.some((name) => USAGE_COLUMNS[name].needed && places[name] < 0);
  return lacks ? { refusal: 'columns-missing' } : places;
}
