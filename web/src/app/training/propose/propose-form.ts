import type { TrainingGroundAnswer, TrainingModuleItem, TrainingSessionRequest } from '@parc/api-client';
import { addCalendarDays, MODULE_KINDS } from '@parc/domain';
import { duration } from '@parc/ui';
import { type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import { datesFields, datesTyped } from '../dates/dates-fields';

/** What a proposal chooses from. */
export interface ProposeGround {
  readonly modules: readonly TrainingModuleItem[];
  readonly grounds: readonly TrainingGroundAnswer[];
  readonly today: string;
}

const FULL = 12;
const LEAST = 6;
const MOST_SEATS = 200;
/** Three weeks leave a team time to arrange itself. */
const DAYS_AHEAD = 21;

const select = (
  name: string,
  label: string,
  required: string,
  options: FormField['options'],
  initial: string,
): FormField => ({
  ...{ name, label, type: 'select', required, initial, options: options ?? [] },
});

const seats = (name: string, label: string, initial: number): FormField => ({
  ...{ name, label, type: 'whole', half: true, required: 'Donnez un nombre.', initial: String(initial) },
  check: (value) => (Number(value) < 1 || Number(value) > MOST_SEATS ? `De 1 à ${MOST_SEATS}.` : ''),
});

/** A week apart, until the proposer says otherwise. */
const firstDates = (today: string, count: number) =>
  Array.from({ length: count }, (_, week) => ({
    ...{ day: addCalendarDays(today, DAYS_AHEAD + 7 * week), from: '14:00', to: '16:00' },
  }));

/** @param chosen the circonscription whose trainers are offered */
export function proposeForm({ modules, grounds, today }: ProposeGround, chosen: string, dateCount: number): FormSpec {
  const named = grounds.map(({ id, name }) => ({ value: id, label: name }));
  const trainers = grounds.find(({ id }) => id === chosen)?.trainers ?? [];
  const first = grounds.length === 1 ? grounds[0]!.id : '';
  return {
    id: 'propose',
    sections: [
      {
        fields: [
          select(
            'moduleId',
            'Module',
            'Choisissez un module.',
            [{ value: '', label: 'Choisir…' }, ...modules.map(moduleOption)],
            '',
          ),
          select(
            'circonscriptionId',
            'Circonscription',
            'Choisissez une circonscription.',
            [...(first ? [] : [{ value: '', label: 'Choisir…' }]), ...named],
            first,
          ),
          {
            ...select(
              'trainerId',
              'Formateur',
              'Choisissez un formateur.',
              [
                { value: '', label: chosen ? 'Choisir…' : 'Choisissez d’abord la circonscription' },
                ...trainers.map(({ accountId, name }) => ({ value: accountId, label: name })),
              ],
              '',
            ),
            help: 'Il ne peut pas animer deux sessions à la fois.',
            check: (value) =>
              trainers.some(({ accountId }) => accountId === value)
                ? ''
                : 'Choisissez un formateur de cette circonscription.',
          },
        ],
      },
      {
        heading: 'Quand',
        fields: datesFields(firstDates(today, dateCount)),
      },
      {
        heading: 'Combien de personnes',
        fields: [
          seats('capacity', 'Places', FULL),
          {
            ...seats('minimum', 'Minimum d’inscrits', LEAST),
            check: (value, values) =>
              Number(value) > Number(values['capacity']) ? 'Le minimum ne dépasse pas le nombre de places.' : '',
          },
        ],
      },
    ],
    button: 'Proposer cette session',
  };
}

const moduleOption = ({ id, title, kind, minutes }: TrainingModuleItem) => ({
  ...{ value: id, label: `${title} (${MODULE_KINDS[kind].word.toLowerCase()}, ${duration(minutes)})` },
});

/** @returns null where the hours are no hours */
export function proposeRequest(
  values: Values,
  schoolId: string,
  guestIds: readonly string[],
): TrainingSessionRequest | null {
  const dates = datesTyped(values);
  if (dates === null) return null;
  const text = (name: string): string => textOf(values, name) ?? '';
  return {
    ...{
      dates,
      placeKind: 'school',
      schoolId,
      placeName: null,
      remoteLink: null,
      guestIds: [...guestIds],
      moduleId: text('moduleId'),
    },
    ...{ circonscriptionId: text('circonscriptionId'), trainerId: text('trainerId') },
    ...{ capacity: wholeOf(values, 'capacity') ?? FULL, minimum: wholeOf(values, 'minimum') ?? 1 },
  };
}
