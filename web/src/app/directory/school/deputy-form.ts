import type { DeputyAnswer, DeputyList, DeputyRequest, SchoolPerson } from '@parc/api-client';
import { dayOfYear, longDay } from '@parc/ui';
import type { FormSpec, Values } from '../../shell/forms/fields';

export interface PersonShown {
  readonly name: string;
  /** "Direction", "Adjoint", and until when where an end is known. */
  readonly words: string;
}

/** Heads, then deputies where no list of their own follows. @param deputies null when the reader has no such list */
export function headsOf(
  people: readonly SchoolPerson[],
  deputies: readonly DeputyAnswer[] | null,
): readonly PersonShown[] {
  const listed = new Set(deputies?.map(({ name }) => name));
  return people
    .filter(({ name, deputy }) => deputies === null || (!deputy && !listed.has(name)))
    .map(({ name, deputy, until }) => {
      const word = deputy ? 'Adjoint' : 'Direction';
      return { name, words: until === null ? word : `${word}, jusqu’au ${dayOfYear(until)}` };
    });
}

/** "du 1 déc. 2026 au 18 déc. 2026" */
export function periodWords({ fromDay, lastDay }: Pick<DeputyAnswer, 'fromDay' | 'lastDay'>): string {
  if (lastDay === null) return `depuis le ${dayOfYear(fromDay)}`;
  return fromDay === lastDay ? `le ${dayOfYear(fromDay)}` : `du ${dayOfYear(fromDay)} au ${dayOfYear(lastDay)}`;
}

/** Who, from when, until when. @param today ISO date: nobody is named for the past */
export function deputyForm({ candidates, latestDay }: DeputyList, today: string): FormSpec {
  return {
    id: 'deputy',
    sections: [
      {
        fields: [
          {
            name: 'accountId',
            label: 'Qui',
            type: 'select',
            required: 'Choisissez un enseignant de l’école.',
            options: [
              { value: '', label: 'Choisir un enseignant' },
              ...candidates.map(({ accountId, name }) => ({ value: accountId, label: name })),
            ],
          },
          {
            name: 'fromDay',
            label: 'Du',
            type: 'date',
            required: 'Donnez le premier jour.',
            initial: today,
            half: true,
            check: (day) => (day < today ? 'Ce jour est passé.' : ''),
          },
          {
            name: 'lastDay',
            label: 'Au, inclus',
            type: 'date',
            required: 'Donnez le dernier jour.',
            half: true,
            check: (day, values) => lastDayError(day, values['fromDay'] ?? '', latestDay),
          },
        ],
      },
    ],
    button: 'Désigner cet adjoint',
  };
}

export function deputyRequest(values: Values): DeputyRequest {
  return {
    accountId: values['accountId'] ?? '',
    fromDay: values['fromDay'] ?? '',
    lastDay: values['lastDay'] ?? '',
  };
}

function lastDayError(day: string, fromDay: string, latestDay: string | null): string {
  if (day < fromDay) return 'La fin vient avant le début.';
  return latestDay !== null && day > latestDay ? `Au plus tard le ${longDay(latestDay)}, fin de la direction.` : '';
}
