import type {
  TrainingMaterial,
  TrainingModelAnswer,
  TrainingModuleRequest,
  TrainingModuleSheet,
} from '@parc/api-client';
import {
  kindChoices,
  MODULE_KIND_NAMES,
  MODULE_KINDS,
  MODULE_MOST_MATERIALS,
  MODULE_MOST_MINUTES,
  MODULE_STEP_MINUTES,
  TRAINING_COMPETENCE_NAMES,
  TRAINING_COMPETENCES,
  type ModuleKind,
} from '@parc/domain';
import { duration } from '@parc/ui';
import { type FormField, type FormSpec, textOf, type Values, wholeOf, YES } from '../../shell/forms/fields';

/** @param standing what is written anew; null: a new module */
export function moduleForm(
  models: readonly TrainingModelAnswer[],
  standing: TrainingModuleSheet | null = null,
): FormSpec {
  return {
    id: standing === null ? 'module' : `module-${standing.id}-${standing.version}`,
    sections: [
      { fields: whatFields(standing) },
      {
        heading: 'Le matériel que la formation ouvre',
        text: 'Seuls les modèles qui demandent une formation au catalogue sont proposés. Un cours du plan de formation n’en ouvre aucun.',
        fields: models.map((model) => modelField(model, standing)),
      },
      {
        heading: 'Les compétences qu’elle travaille',
        text: 'Les domaines du cadre de référence des compétences numériques pour l’éducation.',
        fields: TRAINING_COMPETENCE_NAMES.map((name) => ({
          ...{ name: `competence-${name}`, label: TRAINING_COMPETENCES[name].word, type: 'flag' as const },
          ...{ help: TRAINING_COMPETENCES[name].reference, initial: flag(standing?.competences.includes(name)) },
        })),
      },
      { heading: 'Les supports', fields: [materialsField(standing)] },
    ],
    button: standing === null ? 'Créer ce module' : 'Enregistrer ce module',
    says: ({ minutes = '' }) => (minutesProblem(minutes) === '' ? `Soit ${duration(Number(minutes))}.` : ''),
  };
}

const flag = (is: boolean | undefined): string => (is ? YES : '');

function whatFields(standing: TrainingModuleSheet | null): readonly FormField[] {
  return [
    {
      ...{ name: 'title', label: 'Titre', type: 'text', most: 150, required: 'Donnez un titre.' },
      ...{ help: '« Prendre en main une valise de tablettes »', initial: standing?.title ?? '' },
    },
    {
      ...{ name: 'kind', label: 'Genre', type: 'choice', required: 'Choisissez un genre.' },
      ...{ options: kindChoices(MODULE_KINDS), initial: standing?.kind ?? '' },
    },
    {
      ...{ name: 'minutes', label: 'Durée en minutes', type: 'whole', required: 'Donnez une durée.' },
      ...{ initial: `${standing?.minutes ?? 120}`, help: 'En quarts d’heure : 60, 75, 90…', check: minutesProblem },
    },
    {
      ...{ name: 'counts', label: 'Prévue dans les 18 heures annuelles, si l’inspection le dit', type: 'flag' },
      initial: flag(standing?.counts),
    },
  ];
}

function minutesProblem(value: string): string {
  const minutes = Number(value);
  const isWhole =
    minutes >= MODULE_STEP_MINUTES && minutes <= MODULE_MOST_MINUTES && minutes % MODULE_STEP_MINUTES === 0;
  return isWhole ? '' : 'La durée se dit en quarts d’heure, de 15 minutes à 40 heures.';
}

const modelField = ({ id, name, reference }: TrainingModelAnswer, standing: TrainingModuleSheet | null): FormField => ({
  ...{ name: `model-${id}`, label: name, type: 'flag', help: reference },
  initial: flag(standing?.models.some((model) => model.id === id)),
});

function materialsField(standing: TrainingModuleSheet | null): FormField {
  return {
    ...{ name: 'materials', label: 'Liens vers les supports', type: 'lines', most: 5000 },
    help: 'Un par ligne : son nom, puis son adresse. « Livret du stagiaire https://… »',
    initial: (standing?.materials ?? []).map(({ label, address }) => `${label} ${address}`).join('\n'),
    check: (value) => materialsProblem(value),
  };
}

const LINE = /^(.{1,100}?)\s+(https:\/\/\S{1,490})$/;
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function materialsProblem(text: string): string {
  const lines = linesOf(text);
  if (lines.length > MODULE_MOST_MATERIALS) return `${MODULE_MOST_MATERIALS} liens au plus.`;
  const wrong = lines.findIndex((line) => !LINE.test(line));
  return wrong < 0 ? '' : `Ligne ${wrong + 1} : donnez un nom, puis une adresse qui commence par https://.`;
}

export const materialsOf = (text: string): TrainingMaterial[] =>
  linesOf(text).flatMap((line) => {
    const [, label, address] = LINE.exec(line) ?? [];
    return label && address ? [{ label, address }] : [];
  });

export function moduleRequest(values: Values, models: readonly TrainingModelAnswer[]): TrainingModuleRequest {
  const kind = MODULE_KIND_NAMES.find((name) => name === values['kind']) as ModuleKind;
  return {
    ...{ title: textOf(values, 'title') ?? '', kind, minutes: wholeOf(values, 'minutes') ?? 0 },
    counts: values['counts'] === YES,
    modelIds: models.filter(({ id }) => values[`model-${id}`] === YES).map(({ id }) => id),
    competences: TRAINING_COMPETENCE_NAMES.filter((name) => values[`competence-${name}`] === YES),
    materials: materialsOf(values['materials'] ?? ''),
  };
}
