import type { TicketPage } from '@parc/api-client';
import {
  addCalendarDays,
  DEVICE_OUTCOMES,
  EQUIPMENT,
  kindChoices,
  TICKET_ACTION_WORDS,
  WAIT_NAMES,
  timeOfMinutes,
  type TicketAction,
} from '@parc/domain';
import { time } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import { WAITED_FOR } from '../../tickets/ticket-words';

/** What is recorded on the ticket's own page: its end has a page of its own, made for a phone. */
export type TicketStep = Exclude<TicketAction, typeof CLOSING>;
const CLOSING = 'resolve';
export const isStep = (action: TicketAction): action is TicketStep => action !== CLOSING;

export interface TicketButton extends ActButton {
  readonly action: TicketAction;
}

/** Acts that ask for nothing. */
const AT_ONCE: readonly TicketAction[] = ['take', 'start', 'resume', 'close'];
const TROUBLE: readonly TicketAction[] = ['cancel'];
/** What is done now and then. */
const RARE: readonly TicketAction[] = ['hand-over', 'give-back', 'merge', 'cancel'];
/** The order of the work: what goes on first. */
const ORDER: readonly TicketAction[] = [
  ...(['take', 'start', 'resolve', 'resume', 'plan', 'close', 'reopen', 'wait', 'assign', 'hand-over'] as const),
  ...(['give-back', 'merge', 'cancel'] as const),
];

/** More stand behind one word. */
export const MOST_IN_A_ROW = 3;

export const isAtOnce = (action: TicketAction): boolean => AT_ONCE.includes(action);

/** The primary act first, what refuses last; where several stand, the rare ones stand apart. */
export function ticketButtons({ possible }: Pick<TicketPage, 'possible'>): readonly TicketButton[] {
  const offered = ORDER.filter((action) => possible.includes(action));
  return offered.map((action, index) => ({
    action,
    rare: index > 0 && offered.length > MOST_IN_A_ROW && RARE.includes(action),
    label: `${TICKET_ACTION_WORDS[action]}${isAtOnce(action) ? '' : '…'}`,
    look: TROUBLE.includes(action) ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));
}

/** What a form offers to choose from. */
export interface TicketChoices {
  readonly technicians: readonly { accountId: string; name: string }[];
  /** Older ones of the same school, still open. */
  readonly older: readonly { value: string; label: string }[];
  /** ISO date. */
  readonly today: string;
}

const reason = (help: string, label = 'Pourquoi'): FormField => ({
  ...{
    name: 'reason',
    label,
    type: 'lines',
    most: 1000,
    help,
    required: 'Dites pourquoi en quelques mots.',
  },
});

/** Each half-hour from 8 to 18. */
const WORKING_TIMES = Array.from({ length: 21 }, (_, index) => {
  const value = timeOfMinutes(8 * 60 + index * 30);
  return { value, label: time(value) };
});

const timeField = (name: string, label: string, initial: string): FormField => ({
  ...{ name, label, type: 'select', half: true, initial, options: WORKING_TIMES, required: '' },
});

const device = ({ equipmentId, equipmentState }: TicketPage, among: readonly string[]): FormField[] => {
  if (equipmentId === null) return [];
  const offered = kindChoices(DEVICE_OUTCOMES).filter(({ value }) => among.includes(value));
  const away = equipmentState !== null && EQUIPMENT.statesFrom('bring-back').includes(equipmentState);
  const options = offered.filter(({ value }) => value === 'stays' || (value === 'returns') === away);
  return [{ name: 'device', label: 'L’appareil ensuite', type: 'choice', initial: 'stays', options, required: '' }];
};

/** The form of an act that asks for something. */
export function ticketForm(action: TicketStep, page: TicketPage, choices: TicketChoices): FormSpec {
  const spec = { id: `${action} ${page.id}`, heading: TICKET_ACTION_WORDS[action] };
  const person: FormField = {
    ...{ name: 'accountId', label: 'Technicien', type: 'select', required: 'Choisissez un technicien.' },
    options: [
      { value: '', label: 'Choisir' },
      ...choices.technicians
        .filter(({ accountId }) => accountId !== page.assigneeId)
        .map(({ accountId, name }) => ({ value: accountId, label: name })),
    ],
  };
  const form = (fields: readonly FormField[], more: Partial<FormSpec> = {}): FormSpec => ({
    ...{ ...spec, sections: [{ fields }], button: TICKET_ACTION_WORDS[action], ...more },
  });
  switch (action) {
    case 'assign':
      return form([person]);
    case 'hand-over':
      return form([person, reason('Votre collègue et l’école le lisent.')]);
    case 'plan':
      return form([
        {
          name: 'day',
          label: 'Jour',
          type: 'date',
          required: 'Donnez un jour.',
          initial: addCalendarDays(choices.today, 1),
        },
        timeField('from', 'De', '09:00'),
        timeField('to', 'À', '10:00'),
      ]);
    case 'wait':
      return form([
        {
          ...{ name: 'waitFor', label: 'Ce qui est attendu', type: 'choice', required: 'Dites ce qui est attendu.' },
          options: WAIT_NAMES.map((value) => ({ value, label: WAITED_FOR[value] })),
        },
        reason('L’école le lit, et le délai le raconte : accès à la salle, dalle commandée…'),
        {
          ...{ name: 'reviewOn', label: 'À revoir le', type: 'date', required: 'Donnez un jour.' },
          initial: addCalendarDays(choices.today, 7),
        },
        ...device(page, ['stays', 'leaves']),
      ]);
    case 'merge':
      return form([
        {
          ...{ name: 'intoId', label: 'Avec quel ticket', type: 'select', required: 'Choisissez un ticket.' },
          ...{ help: 'Un ticket plus ancien de la même école, encore ouvert.' },
          options: [{ value: '', label: 'Choisir' }, ...choices.older],
        },
      ]);
    case 'cancel':
      return form([reason('L’école le lit.')], { tone: 'trouble' });
    case 'reopen':
      return form([reason('La métropole le lit.', 'Ce qui ne va toujours pas')]);
    default:
      return form([reason('Tous ceux qui suivent ce ticket le lisent.')]);
  }
}
