import type { PlainDate } from '@parc/domain';
import { addCalendarDays, plainDate } from '@parc/domain';

const FIRST_YEAR = 2023;
const LAST_YEAR = 2029;

export interface PublicHoliday {
  day: PlainDate;
  name: string;
}

/** The eleven public holidays of metropolitan France, 2023 to 2029 (code du travail, article L3133-1). */
export function publicHolidays(): PublicHoliday[] {
  const found: PublicHoliday[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) found.push(...publicHolidaysOf(year));
  return found;
}

function publicHolidaysOf(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    { day: `${year}-01-01`, name: 'Jour de l’an' },
    { day: addCalendarDays(easter, 1), name: 'Lundi de Pâques' },
    { day: `${year}-05-01`, name: 'Fête du Travail' },
    { day: `${year}-05-08`, name: 'Victoire de 1945' },
    { day: addCalendarDays(easter, 39), name: 'Ascension' },
    { day: addCalendarDays(easter, 50), name: 'Lundi de Pentecôte' },
    { day: `${year}-07-14`, name: 'Fête nationale' },
    { day: `${year}-08-15`, name: 'Assomption' },
    { day: `${year}-11-01`, name: 'Toussaint' },
    { day: `${year}-11-11`, name: 'Armistice de 1918' },
    { day: `${year}-12-25`, name: 'Noël' },
  ].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Easter of the Gregorian calendar: the Sunday after the first full moon of spring, as the Church's tables count it. */
export function easterSunday(year: number): PlainDate {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const leapCorrection = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const ageOfMoon = (19 * goldenNumber + leapCorrection - moonCorrection + 15) % 30;
  // The two ages that would put the full moon on the same day as another year's, or after 18 April.
  const latest = ageOfMoon === 29 || (ageOfMoon === 28 && goldenNumber > 10);
  const fullMoon = ageOfMoon - (latest ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - leapCorrection) % 7;
  return addCalendarDays(plainDate(year, 3, 28), fullMoon - weekday);
}

/**
 * School holidays of zone A (Lyon): name, first and last day without class. The dates of 2026-2027 are not confirmed by
 * the ministry's file yet; they serve the demonstration alone and are replaced by an import.
 */
export const HOLIDAYS_OF_ZONE_A: readonly (readonly [name: string, from: PlainDate, to: PlainDate])[] = [
  ['Vacances d’hiver', '2023-02-04', '2023-02-19'],
  ['Vacances de printemps', '2023-04-08', '2023-04-23'],
  ['Vacances d’été', '2023-07-08', '2023-09-03'],
  ['Vacances de la Toussaint', '2023-10-21', '2023-11-05'],
  ['Vacances de Noël', '2023-12-23', '2024-01-07'],
  ['Vacances d’hiver', '2024-02-17', '2024-03-03'],
  ['Vacances de printemps', '2024-04-13', '2024-04-28'],
  ['Vacances d’été', '2024-07-06', '2024-09-01'],
  ['Vacances de la Toussaint', '2024-10-19', '2024-11-03'],
  ['Vacances de Noël', '2024-12-21', '2025-01-05'],
  ['Vacances d’hiver', '2025-02-22', '2025-03-09'],
  ['Vacances de printemps', '2025-04-19', '2025-05-04'],
  ['Vacances d’été', '2025-07-05', '2025-08-31'],
  ['Vacances de la Toussaint', '2025-10-18', '2025-11-02'],
  ['Vacances de Noël', '2025-12-20', '2026-01-04'],
  ['Vacances d’hiver', '2026-02-07', '2026-02-22'],
  ['Vacances de printemps', '2026-04-04', '2026-04-19'],
  ['Pont de l’Ascension', '2026-05-14', '2026-05-17'],
  ['Vacances d’été', '2026-07-04', '2026-08-30'],
  ['Vacances de la Toussaint', '2026-10-17', '2026-11-02'],
  ['Vacances de Noël', '2026-12-19', '2027-01-03'],
  ['Vacances d’hiver', '2027-02-13', '2027-02-28'],
  ['Vacances de printemps', '2027-04-10', '2027-04-25'],
  ['Vacances d’été', '2027-07-03', '2027-08-31'],
];
