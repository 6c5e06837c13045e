import { PLAN_YEARS } from '../calendar/index.js';
import type { FiguresIgnored, PupilsRefusal } from './pupils-file.js';
import type { PublicHolidayIgnored, PublicHolidayRefusal } from './public-holidays-file.js';
import { ROW_SHAPE_REFUSAL_WORDS, type RowRefusalWords, UAI_REFUSAL_WORDS } from './row-words.js';
import type { SchoolHolidayIgnored, SchoolHolidayRefusal } from './school-holidays-file.js';
import type { SocialIndexIgnored, SocialIndexRefusal } from './social-index-file.js';

const yearUnreadable = ({ value }: { value: string }): string => `« ${value} » n’est pas une année scolaire.`;
const rowRepeated = ({ value, otherLine }: { value: string; otherLine: number | null }): string =>
  `L’école ${value} est déjà à la ligne ${otherLine} pour la même année : la première est retenue.`;
const dateImpossible = ({ value }: { value: string }): string =>
  `La date « ${value} » est illisible, n’existe pas ou n’est pas entre ${PLAN_YEARS.first} et ${PLAN_YEARS.last}.`;
const holidayNameMissing = (): string => 'Le nom de la période est vide.';

/** Figures refused leave those already known as they are. */
export const PUPILS_REFUSAL_WORDS: RowRefusalWords<PupilsRefusal> = {
  ...UAI_REFUSAL_WORDS,
  ...ROW_SHAPE_REFUSAL_WORDS,
  'year-unreadable': yearUnreadable,
  'count-unreadable': ({ column, value }) =>
    value === ''
      ? `La colonne « ${column} » est vide : les chiffres connus restent.`
      : `« ${value} » n’est pas un nombre possible dans « ${column} » : les chiffres connus restent.`,
  'row-repeated': rowRepeated,
};

export const SOCIAL_INDEX_REFUSAL_WORDS: RowRefusalWords<SocialIndexRefusal> = {
  ...UAI_REFUSAL_WORDS,
  ...ROW_SHAPE_REFUSAL_WORDS,
  'year-unreadable': yearUnreadable,
  'index-unreadable': ({ value }) => `« ${value} » n’est pas un indice possible : l’indice connu reste.`,
  'row-repeated': rowRepeated,
};

export const PUBLIC_HOLIDAY_REFUSAL_WORDS: RowRefusalWords<PublicHolidayRefusal> = {
  ...ROW_SHAPE_REFUSAL_WORDS,
  'date-impossible': dateImpossible,
  'year-differs': ({ value }) => `L’année « ${value} » n’est pas celle de la date.`,
  'holiday-name-missing': () => 'Le nom du jour férié est vide.',
  'date-repeated': ({ value, otherLine }) => `Le ${value} est déjà à la ligne ${otherLine}.`,
};

export const SCHOOL_HOLIDAY_REFUSAL_WORDS: RowRefusalWords<SchoolHolidayRefusal> = {
  ...ROW_SHAPE_REFUSAL_WORDS,
  'date-impossible': dateImpossible,
  'period-reversed': () => 'La période finit avant de commencer.',
  'period-too-long': () => 'La période dure plus de onze semaines : une année est sans doute fausse.',
  'period-overlaps': ({ otherLine }) => `La période en recouvre une autre, à la ligne ${otherLine}.`,
  'zone-unknown': ({ value }) => `La zone « ${value} » n’est ni A, ni B, ni C.`,
  'holiday-name-missing': holidayNameMissing,
};

type YearlyIgnored = FiguresIgnored | SocialIndexIgnored | PublicHolidayIgnored | SchoolHolidayIgnored;

/** What is said of rows left aside, beside their count. */
export const YEARLY_IGNORED_WORDS: Readonly<Record<YearlyIgnored, string>> = {
  'school-outside-plan': 'écoles hors du plan',
  'index-not-published': 'écoles sans indice publié',
  'other-zone': 'lignes d’une autre zone',
  'teachers-only': 'lignes pour les seuls enseignants',
  'day-marked': 'jours marqués (rentrée, début des vacances), sans période',
  'period-told-before': 'périodes déjà dites plus haut',
  'header-row': 'ligne d’en-tête',
  'empty-row': 'lignes vides',
};
