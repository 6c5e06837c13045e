import type { CoherenceTeamMember, SupportAskRequest, TrainingModuleItem } from '@parc/api-client';
import {
  addCalendarDays,
  kindChoices,
  SUPPORT_ABOUT_NAMES,
  SUPPORT_ABOUTS,
  SUPPORT_LEVELS,
  type SupportAbout,
} from '@parc/domain';
import { type FormField, type FormSpec, textOf, type Values } from '../../shell/forms/fields';

/** What a request chooses from. */
export interface SupportGround {
  readonly modules: readonly Pick<TrainingModuleItem, 'id' | 'title'>[];
  readonly models: readonly { readonly modelId: string; readonly modelName: string }[];
  /** Whom a head asks for; nobody, to whoever asks for themselves alone. */
  readonly team: readonly CoherenceTeamMember[];
  readonly today: string;
}

/** Weeks that are proposed as wished for: a trainer's diary is full before. */
const FROM_DAYS = 14;
const TO_DAYS = 42;

const CHOOSE = { value: '', label: 'Choisir…' };

export const aboutOf = (values: Values): SupportAbout =>
  SUPPORT_ABOUT_NAMES.find((about) => about === values['about']) ?? SUPPORT_ABOUT_NAMES[0]!;

export function supportAskForm(ground: SupportGround, about: SupportAbout): FormSpec {
  const { today, team } = ground;
  return {
    id: 'ask-support',
    sections: [
      { fields: [...(team.length > 0 ? [teacherField(team)] : []), ...aboutFields(ground, about), ...WORDS] },
      {
        heading: 'Quand',
        fields: [
          {
            ...{ name: 'wishedFrom', label: 'À partir du', type: 'date', half: true, required: 'Donnez un jour.' },
            initial: addCalendarDays(today, FROM_DAYS),
          },
          {
            ...{ name: 'wishedTo', label: 'Jusqu’au', type: 'date', half: true, required: 'Donnez un jour.' },
            initial: addCalendarDays(today, TO_DAYS),
            check: (value, values) =>
              value < (values['wishedFrom'] ?? '')
                ? 'La fin vient après le début.'
                : value < today
                  ? 'Cette période est passée.'
                  : '',
          },
        ],
      },
    ],
    button: 'Demander cet accompagnement',
  };
}

const WORDS: readonly FormField[] = [
  {
    ...{ name: 'level', label: 'Niveau de la classe', type: 'select', required: 'Choisissez un niveau.' },
    options: [CHOOSE, ...kindChoices(SUPPORT_LEVELS)],
  },
  {
    ...{ name: 'purpose', label: 'Ce que vous aimeriez faire', type: 'lines', most: 1000 },
    required: 'Dites en quelques mots ce que vous attendez.',
    help: 'Le formateur, la direction et l’inspection le lisent. Ne nommez aucun élève.',
  },
];

const teacherField = (team: readonly CoherenceTeamMember[]): FormField => ({
  ...{ name: 'teacherId', label: 'Dans la classe de', type: 'select' },
  options: [
    { value: '', label: 'Ma classe' },
    ...team.map(({ accountId, name }) => ({ value: accountId, label: name })),
  ],
});

/** What the visit is about; the module or the equipment is asked for once it is about one. */
function aboutFields({ modules, models }: SupportGround, about: SupportAbout): readonly FormField[] {
  const asked: FormField = {
    ...{ name: 'about', label: 'À propos de', type: 'choice', required: '', initial: SUPPORT_ABOUT_NAMES[0] },
    // A school without equipment that calls for a training has none to choose.
    options: kindChoices(SUPPORT_ABOUTS).filter(({ value }) => value !== 'model' || models.length > 0),
  };
  const { tells } = SUPPORT_ABOUTS[about];
  if (tells === 'moduleId')
    return [
      asked,
      {
        ...{ name: 'moduleId', label: 'Module', type: 'select', required: 'Choisissez un module.' },
        options: [CHOOSE, ...modules.map(({ id, title }) => ({ value: id, label: title }))],
      },
    ];
  if (tells === 'modelId')
    return [
      asked,
      {
        ...{ name: 'modelId', label: 'Équipement', type: 'select', required: 'Choisissez un équipement.' },
        options: [CHOOSE, ...models.map(({ modelId, modelName }) => ({ value: modelId, label: modelName }))],
      },
    ];
  return [asked];
}

export function supportAskRequest(values: Values): SupportAskRequest {
  const text = (name: string): string => textOf(values, name) ?? '';
  const about = aboutOf(values);
  const { tells } = SUPPORT_ABOUTS[about];
  return {
    ...{ about, moduleId: tells === 'moduleId' ? text('moduleId') : null },
    modelId: tells === 'modelId' ? text('modelId') : null,
    level: text('level') as SupportAskRequest['level'],
    ...{ wishedFrom: text('wishedFrom'), wishedTo: text('wishedTo'), purpose: text('purpose') },
    teacherId: textOf(values, 'teacherId'),
  };
}
