import type { RemedyPage, RemedyTexts, TicketPage } from '@parc/api-client';
import {
  EQUIPMENT_FAMILIES,
  EQUIPMENT_FAMILY_NAMES,
  kindChoices,
  REMEDIES_READ,
  REMEDY_ABOUT_NAMES,
  REMEDY_ABOUTS,
  SYMPTOM_NAMES,
  SYMPTOMS,
  symptomsOf,
  TICKET_SERVICE_NAMES,
  TICKET_SERVICES,
} from '@parc/domain';
import { type FormField, type FormSpec, textOf, type Values } from '../../shell/forms/fields';

const one = <Word extends string>(words: readonly Word[], value: string | null): Word | null =>
  words.find((word) => word === value) ?? null;

/** What is proposed: the remedy as it stands, or what its ticket says. */
type Proposed = Pick<RemedyTexts, 'about' | 'symptom'> & Partial<RemedyTexts>;

export function fromTicket({ subject, service, symptom, resolution }: TicketPage): Proposed {
  const about = subject === 'service' ? 'service' : 'device';
  return { about, service, symptom, inside: resolution?.note ?? null };
}

/** A remedy's questions; those of the thing follow what it is. @param answered as typed so far */
export function remedyForm(
  answered: Values,
  id: string,
  proposed: Proposed | null,
  state: RemedyPage['state'] | null,
): FormSpec {
  const about = one(REMEDY_ABOUT_NAMES, textOf(answered, 'about')) ?? proposed?.about ?? 'device';
  return {
    id: `remède ${id}`,
    sections: [
      { fields: what(about, proposed) },
      { heading: 'Ce que lit l’école', fields: read(proposed) },
      inside(proposed),
    ],
    button: state !== null && REMEDIES_READ.includes(state) ? 'Publier cette version' : 'Enregistrer',
  };
}

function what(about: RemedyTexts['about'], proposed: Proposed | null): readonly FormField[] {
  return [
    {
      ...{ name: 'about', label: 'De quoi s’agit-il ?', type: 'choice', required: 'Choisissez.' },
      ...{ initial: proposed?.about ?? 'device', options: kindChoices(REMEDY_ABOUTS) },
    },
    about === 'device' ? family(proposed) : service(proposed),
    {
      ...{ name: 'symptom', label: 'Ce qui s’y voit', type: 'select', half: true, required: 'Dites ce qui s’y voit.' },
      ...{ initial: proposed?.symptom ?? '', check: fitsThing },
      options: [
        { value: '', label: 'Choisir' },
        ...symptomsOf(about).map((value) => ({ value, label: SYMPTOMS[value].word })),
      ],
    },
  ];
}

const family = (proposed: Proposed | null): FormField => ({
  ...{ name: 'family', label: 'Quel matériel', type: 'select', half: true, initial: proposed?.family ?? '' },
  required: '',
  options: [
    { value: '', label: 'Tout appareil' },
    ...EQUIPMENT_FAMILY_NAMES.map((value) => ({ value, label: EQUIPMENT_FAMILIES[value].word })),
  ],
});

const service = (proposed: Proposed | null): FormField => ({
  ...{ name: 'service', label: 'Quel service', type: 'select', half: true, required: '' },
  ...{ initial: proposed?.service ?? 'internet', options: kindChoices(TICKET_SERVICES) },
});

/** What a service shows is not what a device shows. */
function fitsThing(value: string, values: Values): string {
  const about = one(REMEDY_ABOUT_NAMES, textOf(values, 'about')) ?? 'device';
  const symptom = one(SYMPTOM_NAMES, value);
  if (symptom !== null && symptomsOf(about).includes(symptom)) return '';
  return about === 'device' ? 'Un appareil ne se signale pas ainsi.' : 'Un service ne se signale pas ainsi.';
}

const read = (proposed: Proposed | null): readonly FormField[] => [
  {
    ...{ name: 'title', label: 'Titre', type: 'text', most: 150, required: 'Donnez un titre.' },
    ...{ initial: proposed?.title ?? '', help: 'Comme un enseignant le dirait.' },
  },
  {
    ...{ name: 'steps', label: 'Les gestes, un par ligne', type: 'lines', most: 2000 },
    ...{ initial: proposed?.steps ?? '', required: 'Écrivez au moins un geste.' },
    help: 'Courts, dans l’ordre, sans mot technique. N’y nommez personne.',
  },
];

const inside = (proposed: Proposed | null) => ({
  heading: 'Entre techniciens',
  fields: [
    {
      ...{ name: 'inside', label: 'Ce qu’il faut savoir de plus', type: 'lines', most: 2000 },
      ...{ initial: proposed?.inside ?? '', help: 'Les écoles ne le lisent pas. N’y nommez personne.' },
    } as const satisfies FormField,
  ],
});

/** What the form asks the API for. */
export function remedyTexts(values: Values): RemedyTexts {
  const about = one(REMEDY_ABOUT_NAMES, textOf(values, 'about')) ?? 'device';
  return {
    ...{ about, title: textOf(values, 'title') ?? '', steps: textOf(values, 'steps') ?? '' },
    family: about === 'device' ? one(EQUIPMENT_FAMILY_NAMES, textOf(values, 'family')) : null,
    service: about === 'service' ? one(TICKET_SERVICE_NAMES, textOf(values, 'service')) : null,
    symptom: one(SYMPTOM_NAMES, textOf(values, 'symptom')) ?? 'other',
    inside: textOf(values, 'inside'),
  };
}
