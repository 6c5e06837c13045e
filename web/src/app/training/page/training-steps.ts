import type { TrainingSheet } from '@parc/api-client';
import { TRAINING_ACTION_WORDS, type TrainingAction } from '@parc/domain';
import { counted, shortDay } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import { asksReader, isFull } from '../training-words';
import { halfDays, hoursFields, hoursOf } from '../hours-fields';

export interface TrainingButton extends ActButton {
  readonly action: TrainingAction;
}

/** Done by one press: they ask for nothing, and can be taken back or refused afterwards. */
const AT_ONCE: readonly TrainingAction[] = ['agree', 'enrol', 'confirm', 'hold'];
const TROUBLE: readonly TrainingAction[] = ['cancel', 'leave'];
/** Goes on with nothing: never what stands out. */
const ASIDE: readonly TrainingAction[] = ['postpone'];
/** What goes on first. An offer and a new date are answered on a card of their own. */
const ORDER: readonly TrainingAction[] = ['agree', 'enrol', 'confirm', 'hold', 'close', 'postpone', 'leave', 'cancel'];

export const isAtOnce = (action: TrainingAction): boolean => AT_ONCE.includes(action);

/** What the reader may do for themselves and for the session; whom they enrol besides stands with the list of the enrolled. */
export function trainingButtons(page: TrainingSheet, enrolsSelf: boolean): readonly TrainingButton[] {
  const offered = ORDER.filter((action) => page.possible.includes(action) && isOffered(action, page, enrolsSelf));
  return offered.map((action, index) => ({
    action,
    label: `${labelOf(action, page)}${isAtOnce(action) ? '' : '…'}`,
    look: TROUBLE.includes(action) ? 'trouble' : index === 0 && !ASIDE.includes(action) ? 'primary' : 'plain',
  }));
}

function isOffered(action: TrainingAction, page: TrainingSheet, enrolsSelf: boolean): boolean {
  if (action === 'enrol') return enrolsSelf && page.mine === null;
  return action !== 'leave' || (page.mine !== null && !asksReader(page));
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

/**
 * The form of an act that asks for something, or that cannot be undone; null for one done at once.
 * @param dates half-days of a new date
 */
export function trainingForm(action: TrainingAction, page: TrainingSheet, dates: number): FormSpec | null {
  const button = action === 'leave' ? labelOf(action, page) : TRAINING_ACTION_WORDS[action];
  const spec = { id: `${action} ${page.id}`, heading: button, button };
  switch (action) {
    case 'leave':
      return { ...spec, text: leaveWords(page), sections: [], tone: 'trouble' };
    case 'close':
      return { ...spec, text: CLOSE_WORDS, sections: [] };
    case 'cancel':
      return {
        ...spec,
        sections: [{ fields: [reason(READ_BY)] }],
        tone: 'trouble',
      };
    case 'postpone':
      return {
        ...spec,
        text: 'Les places sont gardées. L’accord de la métropole et celui de l’inspection sont demandés à nouveau.',
        sections: [{ fields: [...hoursFields(halfDays(page.dates.map(hoursOf), dates)), reason(READ_BY)] }],
      };
    default:
      return null;
  }
}

const READ_BY = 'Les inscrits, la métropole et l’inspection le lisent.';
const CLOSE_WORDS =
  'Les présences ne changent plus. Le matériel qui attendait cette formation se met en service dans les écoles de ceux qui étaient là.';

function leaveWords({ mine, waiting }: TrainingSheet): string {
  if (mine === 'waiting') return 'Vous perdez votre rang dans la liste d’attente.';
  return waiting === 0
    ? 'Votre place redevient libre.'
    : `Votre place va à la personne qui attend depuis le plus longtemps : ${counted(waiting, 'attend', 'attendent')}.`;
}
