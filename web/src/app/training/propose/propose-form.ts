import type { TrainingGroundAnswer, TrainingModuleItem, TrainingSessionRequest } from '@parc/api-client';
import {
  addCalendarDays,
  kindChoices,
  MODULE_KINDS,
  TRAINING_CYCLE_NAMES,
  TRAINING_CYCLES,
  TRAINING_PLACE_NAMES,
  TRAINING_PLACES,
  type TrainingPlace,
} from '@parc/domain';
import { duration } from '@parc/ui';
import { type FormField, type FormSpec, textOf, type Values, wholeOf, YES } from '../../shell/forms/fields';
import { datesTyped, halfDays, hoursFields, MOST_DATES } from '../hours-fields';

/** What a proposal chooses from. */
export interface ProposeGround {
  readonly modules: readonly TrainingModuleItem[];
  readonly grounds: readonly TrainingGroundAnswer[];
  readonly today: string;
}

/** Answers that say which further questions there are. */
export interface ProposeChoice {
  readonly circonscriptionId: string;
  readonly placeKind: TrainingPlace;
  /** Half-days asked for. */
  readonly dates: number;
  /** Somebody of the maker holds it. */
  readonly outside: boolean;
}

const FULL = 12;
const LEAST = 6;
const MOST_SEATS = 200;
/** Three weeks leave a team time to arrange itself. */
const DAYS_AHEAD = 21;

export function proposeForm(ground: ProposeGround, choice: ProposeChoice): FormSpec {
  const first = { day: addCalendarDays(ground.today, DAYS_AHEAD), from: '14:00', to: '16:00' };
  return {
    id: 'propose',
    sections: [
      { fields: whoFields(ground, choice) },
      { heading: 'Pour qui', text: AUDIENCE, fields: cycleFields() },
      { heading: 'Combien de personnes', fields: seatFields() },
      { heading: 'Quand', fields: [COUNT, ...hoursFields(halfDays([first], choice.dates))] },
      { heading: 'Où', fields: placeFields(choice.placeKind) },
    ],
    button: 'Proposer cette session',
  };
}

function whoFields(
  { modules, grounds }: ProposeGround,
  { circonscriptionId: chosen, outside }: ProposeChoice,
): readonly FormField[] {
  const trainers = grounds.find(({ id }) => id === chosen)?.trainers ?? [];
  const alone = grounds.length === 1 ? grounds[0]!.id : '';
  return [
    {
      ...{ name: 'moduleId', label: 'Module', type: 'select', required: 'Choisissez un module.' },
      options: [CHOOSE, ...modules.map(moduleOption)],
    },
    {
      ...{ name: 'circonscriptionId', label: 'Circonscription', type: 'select', initial: alone },
      required: 'Choisissez une circonscription.',
      options: [...(alone ? [] : [CHOOSE]), ...grounds.map(({ id, name }) => ({ value: id, label: name }))],
      help: 'Toutes ses écoles sont invitées.',
    },
    {
      ...{ name: 'trainerId', label: 'Formateur', type: 'select', required: 'Choisissez un formateur.' },
      ...(outside ? { help: OUTSIDE_HELP } : {}),
      options: [
        chosen ? CHOOSE : { value: '', label: 'Choisissez d’abord la circonscription' },
        ...trainers.map(({ accountId, name }) => ({ value: accountId, label: name })),
        // They have no account: one of those above says who came.
        ...(trainers.length > 0 ? [{ value: OUTSIDE, label: 'Une personne du fabricant' }] : []),
      ],
      check: (value) =>
        trainers.length > 0 && (value === OUTSIDE || trainers.some(({ accountId }) => accountId === value))
          ? ''
          : 'Choisissez un formateur de cette circonscription.',
    },
    ...(outside ? OUTSIDE_FIELDS : []),
  ];
}

const OUTSIDE = 'fabricant';
const OUTSIDE_HELP = 'Cette personne n’a pas de compte : un formateur de la circonscription note les présences.';

const OUTSIDE_FIELDS: readonly FormField[] = [
  {
    ...{ name: 'outsideTrainer', label: 'Prénom et nom', type: 'text', most: 100, half: true },
    required: 'Donnez le nom de la personne qui vient.',
  },
  {
    ...{ name: 'outsideFirm', label: 'Société', type: 'text', most: 100, half: true },
    required: 'Donnez le nom de la société.',
  },
];

const AUDIENCE = 'Laissez vide pour tous les cycles. Le public est dit à chacun, et personne n’est refusé.';

const cycleFields = (): readonly FormField[] =>
  TRAINING_CYCLE_NAMES.map((name) => ({ name, label: TRAINING_CYCLES[name].word, type: 'flag' as const }));

const CHOOSE = { value: '', label: 'Choisir…' };

const moduleOption = ({ id, title, kind, minutes }: TrainingModuleItem) => ({
  ...{ value: id, label: `${title} (${MODULE_KINDS[kind].word.toLowerCase()}, ${duration(minutes)})` },
});

function seatFields(): readonly FormField[] {
  const inBounds = (value: string) =>
    Number(value) < 1 || Number(value) > MOST_SEATS ? `Donnez un nombre de 1 à ${MOST_SEATS}.` : '';
  const whole = { type: 'whole', half: true, required: 'Donnez un nombre.' } as const;
  return [
    { ...whole, name: 'capacity', label: 'Places', initial: String(FULL), check: inBounds },
    {
      ...{ ...whole, name: 'minimum', label: 'Minimum d’inscrits', initial: String(LEAST) },
      check: (value, values) =>
        Number(value) > Number(values['capacity']) ? 'Le minimum ne dépasse pas le nombre de places.' : inBounds(value),
    },
  ];
}

/** The school of a session held in one is picked beside these questions. */
function placeFields(kind: TrainingPlace): readonly FormField[] {
  const asked: FormField = {
    ...{ name: 'placeKind', label: 'Lieu', type: 'choice', required: '', initial: TRAINING_PLACE_NAMES[0] },
    options: kindChoices(TRAINING_PLACES),
  };
  const { tells } = TRAINING_PLACES[kind];
  if (tells === 'placeName')
    return [
      asked,
      { name: 'placeName', label: 'Nom du centre', type: 'text', most: 200, required: 'Donnez le nom du centre.' },
    ];
  if (tells === 'remoteLink') return [asked, LINK];
  return [asked];
}

const LINK: FormField = {
  ...{ name: 'remoteLink', label: 'Lien de la réunion', type: 'text', most: 500 },
  required: 'Donnez le lien.',
  help: 'Seuls les inscrits, le formateur et les deux côtés le voient.',
  check: (value) => (/^https:\/\/\S+$/.test(value) ? '' : 'Un lien commence par https://.'),
};

const COUNT: FormField = {
  ...{ name: 'halfDays', label: 'Nombre de demi-journées', type: 'select', required: '', initial: '1' },
  help: 'Une journée entière en compte deux.',
  options: Array.from({ length: MOST_DATES }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` })),
};

/** Does somebody of the maker hold it? */
export const isOutside = (values: Values): boolean => values['trainerId'] === OUTSIDE;

/** How many half-days are asked for. */
export const halfDaysOf = (values: Values): number => Number(values['halfDays'] ?? 1);

export const placeKindOf = (values: Values): TrainingPlace =>
  TRAINING_PLACE_NAMES.find((kind) => kind === values['placeKind']) ?? TRAINING_PLACE_NAMES[0]!;

function trainerTold(values: Values): Pick<TrainingSessionRequest, 'trainerId' | 'outsideTrainer' | 'outsideFirm'> {
  if (!isOutside(values)) return { trainerId: textOf(values, 'trainerId'), outsideTrainer: null, outsideFirm: null };
  return {
    trainerId: null,
    ...{ outsideTrainer: textOf(values, 'outsideTrainer'), outsideFirm: textOf(values, 'outsideFirm') },
  };
}

/** @param schoolId where it is held, of a session held in a school */
export function proposeRequest(
  values: Values,
  asked: { schoolId: string | null; guestIds: readonly string[] },
): TrainingSessionRequest {
  const text = (name: string): string => textOf(values, name) ?? '';
  const placeKind = placeKindOf(values);
  const { tells } = TRAINING_PLACES[placeKind];
  return {
    ...{ moduleId: text('moduleId'), circonscriptionId: text('circonscriptionId') },
    ...trainerTold(values),
    ...{ placeKind, schoolId: tells === 'schoolId' ? asked.schoolId : null },
    placeName: tells === 'placeName' ? text('placeName') : null,
    remoteLink: tells === 'remoteLink' ? text('remoteLink') : null,
    ...{ dates: datesTyped(values, halfDaysOf(values)), guestIds: [...asked.guestIds] },
    cycles: TRAINING_CYCLE_NAMES.filter((name) => values[name] === YES),
    ...{ capacity: wholeOf(values, 'capacity') ?? FULL, minimum: wholeOf(values, 'minimum') ?? 1 },
  };
}
