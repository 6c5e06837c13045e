import { isPlainDate, isTimeOfDay, parisInstantOf } from '@parc/domain';
import { type FormField, textOf, type Values } from '../shell/forms/fields';

interface Hours {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** The day and the hours of a session, as a form asks for them. */
export const hoursFields = (initial: Hours): readonly FormField[] => [
  { name: 'startsAt', label: 'Jour', type: 'date', required: 'Donnez un jour.', initial: initial.day },
  {
    ...{ name: 'from', label: 'De', type: 'time', half: true, required: 'Donnez l’heure du début.' },
    initial: initial.from,
  },
  {
    ...{ name: 'to', label: 'À', type: 'time', half: true, required: 'Donnez l’heure de la fin.', initial: initial.to },
    check: (value, values) => ((values['from'] ?? '') < value ? '' : 'La fin vient après le début.'),
  },
];

/** What such a form says, as instants; null where a part of it is no day or no hour. */
export function hoursTyped(values: Values): { readonly startsAt: string; readonly endsAt: string } | null {
  const [on, from, to] = ['startsAt', 'from', 'to'].map((name) => textOf(values, name) ?? '') as [
    string,
    string,
    string,
  ];
  if (!isPlainDate(on) || !isTimeOfDay(from) || !isTimeOfDay(to)) return null;
  const at = (time: string): string => parisInstantOf(on, time).toISOString();
  return { startsAt: at(from), endsAt: at(to) };
}
