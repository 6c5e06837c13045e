import {
  type Api,
  type ProblemMovedAnswer,
  problemMovesFind,
  problemMovesGiveUp,
  problemMovesSolve,
  problemMovesTell,
  type ProblemSheet,
} from '@parc/api-client';
import {
  CAUSE_NAMES,
  CAUSES,
  kindChoices,
  PROBLEM_ACTION_WORDS,
  REPAIR_NAMES,
  REPAIRS,
  type ProblemAction,
} from '@parc/domain';
import { counted } from '@parc/ui';
import type { ActButton } from '../../shell/act-buttons';
import { type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import type { WriteHeaders } from '../../shell/mutation';
import { TOLD_FIELDS } from '../open/problem-open-form';

export interface ProblemButton extends ActButton {
  readonly action: ProblemAction;
}

/** What goes on first, what stops last. */
const ORDER: readonly ProblemAction[] = ['find', 'solve', 'tell', 'give-up'];

export const problemButtons = ({ possible }: ProblemSheet): readonly ProblemButton[] =>
  ORDER.filter((action) => possible.includes(action)).map((action, index) => ({
    action,
    label: `${PROBLEM_ACTION_WORDS[action]}…`,
    look: action === 'give-up' ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));

/** What schools read already is what is written on. */
const told = ({ told, expectedOn }: ProblemSheet): readonly FormField[] =>
  TOLD_FIELDS.map((field) => ({ ...field, initial: (field.name === 'told' ? told : expectedOn) ?? '' }));

/** The form of an act: each asks for something. */
export function problemForm(action: ProblemAction, page: ProblemSheet): FormSpec {
  const spec = {
    id: `${action} ${page.id}`,
    heading: PROBLEM_ACTION_WORDS[action],
    button: PROBLEM_ACTION_WORDS[action],
  };
  switch (action) {
    case 'tell':
      return {
        ...spec,
        button: 'Enregistrer',
        text: 'Les écoles le lisent aussitôt.',
        sections: [{ fields: told(page) }],
      };
    case 'find':
      return {
        ...spec,
        sections: [
          {
            fields: [
              {
                ...{ name: 'causeNote', label: 'La cause', type: 'lines', most: 2000 },
                ...{ help: 'Entre techniciens et gestion du plan.', required: 'Dites la cause.' },
              },
            ],
          },
          { heading: 'Ce que lisent les écoles', fields: told(page) },
        ],
        button: 'Enregistrer la cause',
      };
    case 'solve':
      return { ...spec, ...solving(page) };
    case 'give-up':
      return {
        ...spec,
        text: 'Ses tickets restent ouverts, chacun pour soi.',
        sections: [
          {
            fields: [
              {
                ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000 },
                required: 'Dites pourquoi en quelques mots.',
              },
            ],
          },
        ],
        tone: 'trouble',
      };
  }
}

function solving({ ticketsOpen }: ProblemSheet): Pick<FormSpec, 'text' | 'sections' | 'button'> {
  const tickets =
    ticketsOpen === 0 ? 'Aucun ticket n’est ouvert.' : `${counted(ticketsOpen, 'ticket')} sera résolu ainsi.`;
  return {
    text:
      ticketsOpen > 1
        ? `${counted(ticketsOpen, 'ticket')} seront résolus ainsi, chacun prévient qui l’a signalé.`
        : tickets,
    sections: [
      {
        fields: [
          {
            ...{ name: 'cause', label: 'Cause', type: 'choice', required: 'Choisissez une cause.' },
            options: kindChoices(CAUSES),
          },
          {
            ...{ name: 'repair', label: 'Fait', type: 'choice', required: 'Dites ce qui a été fait.' },
            options: kindChoices(REPAIRS),
          },
          {
            ...{ name: 'solution', label: 'En deux mots', type: 'lines', most: 2000 },
            help: 'Les écoles le lisent sur leur ticket.',
          },
          {
            ...{
              name: 'minutes',
              label: 'Minutes passées en tout',
              type: 'whole',
              initial: '0',
              required: 'Donnez un nombre.',
            },
            help: 'Elles sont partagées entre les tickets encore ouverts.',
          },
        ],
      },
    ],
    button: ticketsOpen > 1 ? `Régler, et résoudre ${counted(ticketsOpen, 'ticket')}` : 'Régler le problème',
  };
}

const one = <Word extends string>(words: readonly Word[], value: string | null): Word =>
  words.find((word) => word === value) ?? words[0]!;

/** An act as the API is asked for it, from what its form holds. */
export function sendProblemStep(
  api: Api,
  action: ProblemAction,
  asked: WriteHeaders & { id: string },
  values: Values,
): Promise<ProblemMovedAnswer> {
  const told = { told: textOf(values, 'told'), expectedOn: textOf(values, 'expectedOn') };
  switch (action) {
    case 'tell':
      return api.invoke(problemMovesTell, { ...asked, body: told });
    case 'find':
      return api.invoke(problemMovesFind, {
        ...asked,
        body: { ...told, causeNote: textOf(values, 'causeNote') ?? '' },
      });
    case 'solve':
      return api.invoke(problemMovesSolve, {
        ...asked,
        body: {
          cause: one(CAUSE_NAMES, textOf(values, 'cause')),
          repair: one(REPAIR_NAMES, textOf(values, 'repair')),
          ...{ solution: textOf(values, 'solution'), minutes: wholeOf(values, 'minutes') ?? 0 },
        },
      });
    case 'give-up':
      return api.invoke(problemMovesGiveUp, { ...asked, body: { reason: textOf(values, 'reason') ?? '' } });
  }
}
