import { type PlainDate, addCalendarDays, weekdayOf } from './plain-date.js';
import { type DayPeriod, type PublicHolidays, isWithinAny, isWorkingDay } from './working-days.js';

/** Days off as they are published. */
export interface PublishedDaysOff {
  readonly publicHolidays: PublicHolidays;
  readonly schoolHolidays: readonly DayPeriod[];
}

/**
 * The days of a period, its ends included, that stand alone between days off and that no file speaks of: the Friday after
 * Ascension, a Monday before 14 July. Most schools are closed then, and only somebody who knows can say.
 */
export function bridgeDays(period: DayPeriod, daysOff: PublishedDaysOff): readonly PlainDate[] {
  const found: PlainDate[] = [];
  for (let day = period.from; day <= period.to; day = addCalendarDays(day, 1)) {
    const [before, after] = [addCalendarDays(day, -1), addCalendarDays(day, 1)];
    const isAlone = !isOff(day, daysOff) && isOff(before, daysOff) && isOff(after, daysOff);
    // Between a weekend and holidays it is the ministry's own choice; beside a public holiday the file is silent.
    if (isAlone && (daysOff.publicHolidays.has(before) || daysOff.publicHolidays.has(after))) found.push(day);
  }
  return found;
}

function isOff(day: PlainDate, { publicHolidays, schoolHolidays }: PublishedDaysOff): boolean {
  return !isWorkingDay(day, publicHolidays) || isWithinAny(day, schoolHolidays);
}

/** "Le vendredi 15 mai 2026 est-il un jour de vacances dans la zone A ?" */
export function bridgeQuestion(day: PlainDate, zone: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const dayOfMonth = date === 1 ? '1er' : date;
  return `Le ${WEEKDAY_WORDS[weekdayOf(day)]} ${dayOfMonth} ${MONTH_WORDS[month - 1]} ${year} est-il un jour de vacances dans la zone ${zone}\u202f?`;
}

const WEEKDAY_WORDS = {
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
  sat: 'samedi',
  sun: 'dimanche',
} as const;
const MONTH_WORDS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
  ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
];
