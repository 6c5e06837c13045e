import type { TrainingSheet } from '@parc/api-client';
import { parisDateTimeOf, TRAINING_ACTION_WORDS, type TrainingAction } from '@parc/domain';
import { counted, shortDay } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import { isFull } from '../training-words';
import { hoursFields } from '../hours-fields';

export interface TrainingButton extends ActButton {
  readonly action: TrainingAction;
}

/** Done by one press: they ask for nothing, and can be taken back or refused afterwards. */
const AT_ONCE: readonly TrainingAction[] = ['agree', 'enrol', 'confirm', 'hold'];
const TROUBLE: readonly TrainingAction[] = ['cancel', 'leave'];
/** What goes on first. */
const ORDER: readonly TrainingAction[] = ['agree', 'enrol', 'confirm', 'hold', 'close', 'postpone', 'leave', 'cancel'];

export const isAtOnce = (action: TrainingAction): boolean => AT_ONCE.includes(action);

/** What the reader may do for themselves and for the session; whom they enrol besides stands with the list of the enrolled. */
export function trainingButtons(page: TrainingSheet, enrolsSelf: boolean): readonly TrainingButton[] {
  const offered = ORDER.filter((action) => page.possible.includes(action) && isOffered(action, page, enrolsSelf));
  return offered.map((action, index) => ({
    action,
    label: `${labelOf(action, page)}${isAtOnce(action) ? '' : '…'}`,
    look: TROUBLE.includes(action) ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));
}

function isOffered(action: TrainingAction, { mine }: TrainingSheet, enrolsSelf: boolean): boolean {
  if (action === 'enrol') return enrolsSelf && mine === null;
  return action !== 'leave' || mine !== null;
}

function labelOf(action: TrainingAction, page: TrainingSheet): string {
  if (action === 'agree') return `${TRAINING_ACTION_WORDS.agree} pour le ${shortDay(page.startsAt)}`;
  if (action === 'enrol') return isFull(page) ? 'Attendre une place' : 'M’inscrire';
  if (action === 'leave') return 'Me désinscrire';
  return TRAINING_ACTION_WORDS[action];
}

const reason = (help: string): FormField => ({
  ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help },
  required: 'Dites pourquoi en quelques mots.',
});

/** The form of an act that asks for something, or that cannot be undone; null for one done at once. */
export function trainingForm(action: TrainingAction, page: TrainingSheet): FormSpec | null {
  const button = action === 'leave' ? 'Me désinscrire' : TRAINING_ACTION_WORDS[action];
  const spec = { id: `${action} ${page.id}`, heading: `${button} : ${page.number}`, button };
  switch (action) {
    case 'leave':
      return { ...spec, text: leaveWords(page), sections: [], tone: 'trouble' };
    case 'close':
      return { ...spec, text: CLOSE_WORDS, sections: [] };
    case 'cancel':
      return {
        ...spec,
        sections: [{ fields: [reason('Les inscrits, la métropole et l’inspection le lisent.')] }],
        tone: 'trouble',
      };
    case 'postpone':
      return {
        ...spec,
        text: 'Les places sont gardées. L’accord de la métropole et celui de l’inspection sont demandés à nouveau.',
        sections: [
          { fields: [...hoursFields(hoursOf(page)), reason('Les inscrits, la métropole et l’inspection le lisent.')] },
        ],
      };
    default:
      return null;
  }
}

const CLOSE_WORDS =
  'Les présences ne changent plus. Le matériel qui attendait cette formation se met en service dans les écoles de ceux qui étaient là.';

function leaveWords({ mine, waiting }: TrainingSheet): string {
  if (mine === 'waiting') return 'Vous perdez votre rang dans la liste d’attente.';
  return waiting === 0
    ? 'Votre place redevient libre.'
    : `Votre place va à la personne qui attend depuis le plus longtemps : ${counted(waiting, 'attend', 'attendent')}.`;
}

function hoursOf({ startsAt, endsAt }: TrainingSheet) {
  const [start, end] = [parisDateTimeOf(new Date(startsAt)), parisDateTimeOf(new Date(endsAt))];
  return { day: start.date, from: start.time, to: end.time };
}
