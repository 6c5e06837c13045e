import {
  addCalendarDays,
  datesProblem,
  isPlainDate,
  isTimeOfDay,
  parisDateTimeOf,
  parisInstantOf,
  trainingHalfOf,
} from '@parc/domain';
import { type FormField, textOf, type Values } from '../shell/forms/fields';

/** One half-day of a session, as a form holds it. */
export interface Hours {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** One half-day of a session, as the API does: instants. */
interface DateTyped {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Half-days of one session, at most. */
export const MOST_DATES = 12;
/** How far ahead a session may be, in days: what the API holds to. */
const AHEAD_DAYS = 366;

const nameOf = (part: string, index: number): string => `${part}${index}`;

/** The days and hours of a session, one row of three questions a half-day. */
export const hoursFields = (dates: readonly Hours[]): readonly FormField[] =>
  dates.flatMap((initial, index) => halfDayFields(initial, index, dates.length));

function halfDayFields(initial: Hours, index: number, count: number): readonly FormField[] {
  const [day, from, to] = ['day', 'from', 'to'].map((part) => nameOf(part, index)) as [string, string, string];
  const which = count === 1 ? '' : ` ${index + 1}`;
  return [
    { name: day, label: `Jour${which}`, type: 'date', required: 'Donnez un jour.', initial: initial.day },
    {
      ...{ name: from, label: `De${which}`, type: 'time', half: true, required: 'Donnez l’heure du début.' },
      initial: initial.from,
    },
    {
      ...{ name: to, label: `À${which}`, type: 'time', half: true, required: 'Donnez l’heure de la fin.' },
      ...{ initial: initial.to, check: (_, values) => halfDayProblem(values, index) },
    },
  ];
}

/** What one half-day has against it by itself. */
function halfDayProblem(values: Values, index: number): string {
  const typed = dateTyped(values, index);
  if (typed === null) return '';
  const [startsAt, endsAt] = [new Date(typed.startsAt), new Date(typed.endsAt)];
  if (startsAt >= endsAt) return 'La fin vient après le début.';
  return trainingHalfOf({ startsAt, endsAt }) === null
    ? 'Une date tient dans une demi-journée : le matin finit à 13 h 30. Pour un jour entier, ajoutez une demi-journée.'
    : twiceProblem(values, index);
}

function twiceProblem(values: Values, index: number): string {
  const dates = datesTyped(values, index + 1).map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const problem = datesProblem(dates, { now: new Date(), aheadDays: AHEAD_DAYS });
  if (problem === 'training.half-day-twice') return 'Cette demi-journée est déjà donnée.';
  return problem === 'training.dates-wrong' ? 'Une session commence dans l’année qui vient.' : '';
}

/** Null where a part of it is no day or no hour. */
function dateTyped(values: Values, index: number): DateTyped | null {
  const [on, from, to] = ['day', 'from', 'to'].map((part) => textOf(values, nameOf(part, index)) ?? '') as [
    ...[string, string, string],
  ];
  if (!isPlainDate(on) || !isTimeOfDay(from) || !isTimeOfDay(to)) return null;
  const at = (time: string): string => parisInstantOf(on, time).toISOString();
  return { startsAt: at(from), endsAt: at(to) };
}

/** What such a form says, as the API is told. @param count half-days asked for */
export const datesTyped = (values: Values, count: number): DateTyped[] =>
  Array.from({ length: count }, (_, index) => dateTyped(values, index)).filter((date) => date !== null);

/** A half-day as a form begins with it. */
export function hoursOf({ startsAt, endsAt }: DateTyped): Hours {
  const [start, end] = [parisDateTimeOf(new Date(startsAt)), parisDateTimeOf(new Date(endsAt))];
  return { day: start.date, from: start.time, to: end.time };
}

/** So many half-days: those that stand, then one after the other, morning and afternoon of the same day first. */
export function halfDays(standing: readonly Hours[], count: number): readonly Hours[] {
  const dates = standing.slice(0, count);
  while (dates.length < count) dates.push(nextOf(dates.at(-1)!));
  return dates;
}

function nextOf({ day, from }: Hours): Hours {
  return from < '12:00'
    ? { day, from: '13:30', to: '16:30' }
    : { day: addCalendarDays(day, 7), from: '09:00', to: '12:00' };
}
