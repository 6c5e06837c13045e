import type { PlanChange, PlanPage, PlanRequest } from '@parc/api-client';
import {
  EQUIPMENT_FAMILIES,
  kindChoices,
  PLAN_REACHES,
  PLAN_RULES,
  type EquipmentFamily,
  type PlanRule,
  type Weekday,
} from '@parc/domain';
import { type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';
import { MONTH_CHOICES, WEEKDAY_WORDS } from '../upkeep-words';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the form offers to choose from. */
export interface PlanOffers {
  readonly technicians: readonly Named[];
  readonly communes: readonly Named[];
}

const MOST_POINTS = 12;

const needed = (required: string): Pick<FormField, 'required'> => ({ required });

/** What a new plan and one that goes on are asked alike. */
const alike = (plan: PlanPage | null, { technicians }: PlanOffers): readonly FormField[] => [
  {
    ...{ name: 'name', label: 'Nom du plan', type: 'text', most: 80, initial: plan?.name ?? '' },
    ...{ help: '« Vidéoprojecteurs, chaque rentrée »', ...needed('Donnez un nom.') },
  },
  {
    ...{ name: 'points', label: 'Ce qui se vérifie, un point par ligne', type: 'lines', most: 1500 },
    ...{ initial: plan?.points.join('\n') ?? '', ...needed('Dites au moins un point à vérifier.') },
    help: 'Court : « Filtre propre », « Câbles sans accroc ». Le technicien les lit devant l’appareil.',
    check: (value) => (pointsOf(value).length > MOST_POINTS ? 'Douze points au plus.' : ''),
  },
  {
    ...{ name: 'technicianId', label: 'Confié à', type: 'select', initial: plan?.technicianId ?? '' },
    options: [{ value: '', label: 'Qui le prend' }, ...technicians.map(({ id, name }) => ({ value: id, label: name }))],
  },
];

/** A plan that goes on: what is checked, where and when stays. */
export function changedPlanForm(plan: PlanPage, offers: PlanOffers): FormSpec {
  return { id: `plan ${plan.id}`, sections: [{ fields: alike(plan, offers) }], button: 'Enregistrer' };
}

/** A new plan; its later questions follow what was answered to the first ones. @param answered as typed so far */
export function newPlanForm(answered: Values, offers: PlanOffers): FormSpec {
  const rule = (answered['rule'] || 'term') as PlanRule;
  const by = answered['by'] || 'family';
  const reach = answered['reach'] || 'all';
  const families = kindChoices(EQUIPMENT_FAMILIES);
  return {
    id: 'plan nouveau',
    sections: [
      { fields: alike(null, offers) },
      {
        heading: 'Quel matériel, où',
        fields: [
          {
            ...{ name: 'by', label: 'Matériel', type: 'choice', initial: 'family', required: '' },
            options: [
              { value: 'family', label: 'Une famille' },
              { value: 'model', label: 'Un modèle' },
            ],
          },
          ...(by === 'family'
            ? [
                {
                  ...{ name: 'family', label: 'Famille', type: 'select' as const, required: 'Choisissez une famille.' },
                  options: [{ value: '', label: 'Choisir' }, ...families],
                },
              ]
            : []),
          {
            ...{ name: 'reach', label: 'Écoles', type: 'choice', initial: 'all', required: '' },
            options: kindChoices(PLAN_REACHES),
          },
          ...(reach === 'commune'
            ? [
                {
                  ...{
                    name: 'communeId',
                    label: 'Commune',
                    type: 'select' as const,
                    required: 'Choisissez une commune.',
                  },
                  options: [
                    { value: '', label: 'Choisir' },
                    ...offers.communes.map(({ id, name }) => ({ value: id, label: name })),
                  ],
                },
              ]
            : []),
        ],
      },
      {
        heading: 'Quand',
        fields: [
          {
            ...{ name: 'rule', label: 'Les contrôles ont lieu', type: 'select', initial: 'term', required: '' },
            options: kindChoices(PLAN_RULES),
          },
          ...RULE_FIELDS[rule],
        ],
      },
    ],
    button: rule === 'once' ? 'Lancer la campagne' : 'Créer ce plan',
  };
}

const bounded = (least: number, most: number) => (value: string) =>
  Number(value) < least || Number(value) > most ? `Entre ${least} et ${most}.` : '';

const RULE_FIELDS: Readonly<Record<PlanRule, readonly FormField[]>> = {
  term: [
    {
      ...{ name: 'weekday', label: 'Le premier', type: 'select', initial: 'mon', required: '' },
      ...{ help: 'Après chacune des vacances scolaires, hors jours fériés.' },
      options: Object.entries(WEEKDAY_WORDS).map(([value, label]) => ({ value, label })),
    },
  ],
  'in-service': [
    {
      ...{ name: 'everyMonths', label: 'Mois entre deux contrôles', type: 'whole', initial: '12' },
      ...{ help: 'Compté de la mise en service, puis du dernier contrôle.', ...needed('Donnez un nombre de mois.') },
      check: bounded(1, 120),
    },
  ],
  yearly: [
    {
      ...{ name: 'dayOfMonth', label: 'Jour', type: 'whole', half: true, initial: '1', ...needed('Donnez un jour.') },
      check: bounded(1, 31),
    },
    {
      ...{ name: 'month', label: 'Mois', type: 'select', half: true, initial: '9', required: '' },
      options: MONTH_CHOICES,
    },
  ],
  once: [
    {
      ...{ name: 'onDay', label: 'À faire avant le', type: 'date', ...needed('Donnez un jour.') },
      help: 'Les contrôles sont créés tout de suite, un par école.',
    },
  ],
};

export const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((point) => point.trim())
    .filter((point) => point !== '');

const settingsOf = (values: Values) => ({
  ...{ name: textOf(values, 'name') ?? '', points: pointsOf(values['points'] ?? '') },
  technicianId: textOf(values, 'technicianId'),
});

export const planChange = (values: Values): PlanChange => ({ ...settingsOf(values), ended: false });

/** What is asked of the server: of each rule its own words alone. */
export function planRequest(values: Values, chosen: { modelId: string | null; schoolId: string | null }): PlanRequest {
  const rule = (values['rule'] || 'term') as PlanRule;
  const reach = values['reach'] || 'all';
  const family = textOf(values, 'family') as EquipmentFamily | null;
  const ruled = new Set(RULE_FIELDS[rule].map(({ name }) => name));
  return {
    ...settingsOf(values),
    ...(values['by'] === 'model' ? { modelId: chosen.modelId } : { family }),
    ...(reach === 'commune' ? { communeId: textOf(values, 'communeId') } : {}),
    ...(reach === 'school' ? { schoolId: chosen.schoolId } : {}),
    rule,
    ...(ruled.has('weekday') ? { weekday: textOf(values, 'weekday') as PlanRequest['weekday'] & Weekday } : {}),
    ...(ruled.has('everyMonths') ? { everyMonths: wholeOf(values, 'everyMonths') } : {}),
    ...(ruled.has('month') ? { month: wholeOf(values, 'month'), dayOfMonth: wholeOf(values, 'dayOfMonth') } : {}),
    ...(ruled.has('onDay') ? { onDay: textOf(values, 'onDay') } : {}),
  };
}
