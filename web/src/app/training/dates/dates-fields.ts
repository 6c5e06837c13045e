import { isPlainDate, isTimeOfDay, parisDateTimeOf, parisInstantOf } from '@parc/domain';
import { type FormField, textOf, type Values } from '../../shell/forms/fields';

/** One half-day, as a form asks for it. */
export interface DateAsked {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export const MOST_DATES = 12;

const nameOf = (name: string, index: number): string => (index === 0 ? name : `${name}${index + 1}`);
/** « Jour », then « Jour (2e date) »: each question has a name of its own. */
const labelOf = (label: string, index: number): string => (index === 0 ? label : `${label} (${index + 1}e date)`);

/** The days and the hours of a session, a half-day each, as a form asks for them. */
export const datesFields = (dates: readonly DateAsked[]): readonly FormField[] =>
  dates.flatMap((date, index) => dateFields(date, index));

function dateFields({ day, from, to }: DateAsked, index: number): readonly FormField[] {
  const begins = nameOf('from', index);
  const timed = { type: 'time', half: true } as const;
  return [
    {
      ...{ name: nameOf('startsAt', index), label: labelOf('Jour', index), type: 'date', initial: day },
      required: 'Donnez un jour.',
    },
    {
      ...{ ...timed, name: begins, label: labelOf('De', index), initial: from },
      required: 'Donnez l’heure du début.',
    },
    {
      ...{ ...timed, name: nameOf('to', index), label: labelOf('À', index), initial: to },
      required: 'Donnez l’heure de la fin.',
      check: (value, values) => problemOf(values[begins] ?? '', value),
    },
  ];
}

/** A whole day is two dates: each lies in one half-day. */
function problemOf(from: string, to: string): string {
  if (from >= to) return 'La fin vient après le début.';
  return to > '13:30' && from < '12:00'
    ? 'Le matin finit à 13 h 30 au plus tard : une journée entière fait deux dates.'
    : '';
}

/** What such a form says, as instants; null where a part of it is no day or no hour. */
export function datesTyped(values: Values): { startsAt: string; endsAt: string }[] | null {
  const dates: { startsAt: string; endsAt: string }[] = [];
  for (let index = 0; index < MOST_DATES && nameOf('startsAt', index) in values; index++) {
    const [day, from, to] = ['startsAt', 'from', 'to'].map((name) => textOf(values, nameOf(name, index)) ?? '') as [
      string,
      string,
      string,
    ];
    if (!isPlainDate(day) || !isTimeOfDay(from) || !isTimeOfDay(to) || from >= to) return null;
    const at = (time: string): string => parisInstantOf(day, time).toISOString();
    dates.push({ startsAt: at(from), endsAt: at(to) });
  }
  return dates.length === 0 ? null : dates;
}

/** Dates that stand, as a form begins with them. */
export const datesAsked = (dates: readonly { startsAt: string; endsAt: string }[]): DateAsked[] =>
  dates.map(({ startsAt, endsAt }) => {
    const [start, end] = [parisDateTimeOf(new Date(startsAt)), parisDateTimeOf(new Date(endsAt))];
    return { day: start.date, from: start.time, to: end.time };
  });
