import { calendarDaysBetween, frenchDay, isPlainDate, parisDateOf, parisDateTimeOf } from '@parc/domain';
import { NARROW_SPACE, NO_BREAK_SPACE } from './typography.js';

/** Either a plain date "2026-11-24" or an instant "2026-11-24T15:45:00Z"; an instant is read in Europe/Paris. */
export type Moment = string;

/** "mar. 24 nov." */
export function day(moment: Moment): string {
  return frenchDay(dateOf(moment)).replaceAll(' ', NO_BREAK_SPACE);
}

/** Further away than that nobody guesses the year: about half of one. */
const NEAR_DAYS = 190;

/** "mar. 24 nov.", with its year where it is far from `today`, an ISO date: "mar. 24 nov. 2024". */
export function datedDay(moment: Moment, today = parisDateOf(new Date())): string {
  const date = dateOf(moment);
  const far = Math.abs(calendarDaysBetween(today, date)) > NEAR_DAYS && date.slice(0, 4) !== today.slice(0, 4);
  return far ? `${day(moment)}${NO_BREAK_SPACE}${date.slice(0, 4)}` : day(moment);
}

/** "24 nov.", where the week day is known or does not matter. */
export function shortDay(moment: Moment): string {
  return day(moment).split(NO_BREAK_SPACE).slice(1).join(NO_BREAK_SPACE);
}

/** "24 nov. 2026" */
export function dayOfYear(moment: Moment): string {
  return `${shortDay(moment)}${NO_BREAK_SPACE}${dateOf(moment).slice(0, 4)}`;
}

/** "mardi 24 novembre 2026", for titles and screen readers. */
export function longDay(moment: Moment): string {
  const noon = new Date(`${dateOf(moment)}T12:00:00Z`);
  const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(noon);
  return words.replace(/(\p{L}+) 1 /u, '$1 1er ');
}

/** "16 h 45", "14 h", "8 h 05". @param moment an instant, or a time of day "16:45" taken as it is */
export function time(moment: Moment): string {
  const clock = /^\d{2}:\d{2}/.test(moment) ? moment : parisDateTimeOf(instant(moment)).time;
  const minutes = clock.slice(3, 5);
  const tail = minutes === '00' ? '' : `${NARROW_SPACE}${minutes}`;
  return `${Number(clock.slice(0, 2))}${NARROW_SPACE}h${tail}`;
}

/** "mar. 17 nov. à 17 h 20" */
export function dayAndTime(moment: Moment): string {
  return `${day(moment)} à ${time(moment)}`;
}

/** "mar. 17 nov. à 17 h 20", with the year when it is not that of `today`, an ISO date. */
export function dayAndTimeSeenFrom(moment: Moment, today: string): string {
  const near = dateOf(moment).slice(0, 4) === today.slice(0, 4);
  return near ? dayAndTime(moment) : `${dayOfYear(moment)} à ${time(moment)}`;
}

function dateOf(moment: Moment): string {
  if (isPlainDate(moment)) return moment;
  return parisDateOf(instant(moment));
}

function instant(moment: Moment): Date {
  const date = new Date(moment);
  // A plain date that does not exist must not slip through as some other day.
  if (Number.isNaN(date.getTime()) || /^\d{4}-\d{2}-\d{2}$/.test(moment))
    throw new RangeError(`No such moment: ${moment}`);
  return date;
}
