import type { ProblemRequest, TicketPage } from '@parc/api-client';
import {
  kindChoices,
  PROBLEM_ABOUT_NAMES,
  PROBLEM_ABOUTS,
  SYMPTOM_NAMES,
  type Symptom,
  SYMPTOMS,
  symptomsOf,
  TICKET_SERVICE_NAMES,
  TICKET_SERVICES,
} from '@parc/domain';
import { counted } from '@parc/ui';
import { type FormField, type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { ticketTitle } from '../../tickets/ticket-words';

/** A model of the catalogue that a ticket's device is. */
export interface ModelChoice {
  readonly id: string;
  readonly name: string;
}

interface Around {
  readonly ticketIds: readonly string[];
  /** The first ticket of them: what it says is proposed. */
  readonly first: TicketPage | null;
  readonly model: ModelChoice | null;
  readonly communes: readonly { readonly id: string; readonly name: string }[];
}

const one = <Word extends string>(words: readonly Word[], value: string | null): Word | null =>
  words.find((word) => word === value) ?? null;

type About = (typeof PROBLEM_ABOUT_NAMES)[number];

/**
 * What a problem asks to be opened: a service, a model of one of its tickets, or something else; the questions after that
 * one follow its answer. @param answered as typed so far
 */
export function openForm(answered: Values, { ticketIds, first, model, communes }: Around): FormSpec {
  const proposed = first?.subject === 'service' ? 'service' : model ? 'model' : 'other';
  const about = one(PROBLEM_ABOUT_NAMES, textOf(answered, 'about')) ?? proposed;
  const abouts = kindChoices(PROBLEM_ABOUTS).filter(({ value }) => value !== 'model' || model !== null);
  const commune = communes.find(({ name }) => name === first?.communeName);
  return {
    id: `problème ${ticketIds.join(' ')}`,
    sections: [
      {
        fields: [
          title(first),
          aboutField(proposed, abouts),
          ...things(about, first, model),
          symptom(about, first, model),
        ],
      },
      {
        heading: 'Où, et ce que lisent les écoles',
        text: 'Une école du périmètre le lit avant de signaler la même panne, et sur son ticket. N’y nommez personne.',
        fields: [
          {
            ...{ name: 'communeId', label: 'Commune', type: 'select', initial: model ? '' : (commune?.id ?? '') },
            options: [{ value: '', label: 'Partout' }, ...communes.map(({ id, name }) => ({ value: id, label: name }))],
          },
          ...TOLD_FIELDS,
        ],
      },
    ],
    button: ticketIds.length === 0 ? 'Ouvrir le problème' : `Ouvrir et réunir ${counted(ticketIds.length, 'ticket')}`,
  };
}

/** What schools read, here and on the page. */
export const TOLD_FIELDS: readonly FormField[] = [
  {
    ...{ name: 'told', label: 'Ce que l’on sait, et comment s’en passer', type: 'lines', most: 1000 },
    help: 'Par exemple : la fibre est coupée rue du Canal, passez par le partage de connexion.',
  },
  { name: 'expectedOn', label: 'Retour prévu le', type: 'date' },
];

function title(first: TicketPage | null): FormField {
  return {
    ...{ name: 'title', label: 'Ce qui se passe', type: 'text', most: 150, required: 'Dites ce qui se passe.' },
    help: 'Les écoles touchées le lisent.',
    initial: first === null ? '' : ticketTitle(first),
  };
}

function aboutField(initial: About, options: FormField['options']): FormField {
  return {
    ...{ name: 'about', label: 'De quoi s’agit-il ?', type: 'choice', required: 'Choisissez.' },
    initial,
    options,
  };
}

function things(about: About, first: TicketPage | null, model: ModelChoice | null): readonly FormField[] {
  if (about === 'service') {
    const initial = first?.service ?? 'internet';
    const options = kindChoices(TICKET_SERVICES);
    return [{ name: 'service', label: 'Quel service', type: 'select', initial, required: '', options }];
  }
  if (about === 'other' || model === null) return [];
  const options = [{ value: model.id, label: model.name }];
  return [{ name: 'modelId', label: 'Quel modèle', type: 'select', initial: model.id, required: '', options }];
}

/** What a service shows is not what a device shows. */
function seen(about: About): readonly Symptom[] {
  return about === 'other' ? SYMPTOM_NAMES : symptomsOf(about === 'service' ? 'service' : 'device');
}

function symptom(about: About, first: TicketPage | null, model: ModelChoice | null): FormField {
  return {
    ...{ name: 'symptom', label: 'Ce qui s’y voit', type: 'select', initial: (model && first?.symptom) || '' },
    options: [
      { value: '', label: 'Peu importe' },
      ...seen(about).map((value) => ({ value, label: SYMPTOMS[value].word })),
    ],
  };
}

/** What the form asks the API for. */
export function openRequest(values: Values, ticketIds: readonly string[]): ProblemRequest {
  const about = one(PROBLEM_ABOUT_NAMES, textOf(values, 'about')) ?? 'other';
  return {
    ...{ title: textOf(values, 'title') ?? '', about },
    service: about === 'service' ? one(TICKET_SERVICE_NAMES, textOf(values, 'service')) : null,
    modelId: about === 'model' ? textOf(values, 'modelId') : null,
    symptom: one(seen(about), textOf(values, 'symptom')),
    ...{ communeId: textOf(values, 'communeId'), told: textOf(values, 'told') },
    ...{ expectedOn: textOf(values, 'expectedOn'), ticketIds: [...ticketIds] },
  };
}
