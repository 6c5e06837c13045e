import { Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  type TrainingModelAnswer,
  trainingModulesMake,
  trainingModulesModels,
  type TrainingModuleRequest,
} from '@parc/api-client';
import {
  kindChoices,
  MODULE_KIND_NAMES,
  MODULE_KINDS,
  MODULE_MOST_MINUTES,
  MODULE_STEP_MINUTES,
  type ModuleKind,
} from '@parc/domain';
import { duration, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import { type FormField, type FormSpec, textOf, type Values, wholeOf, YES } from '../../shell/forms/fields';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';

export function moduleForm(models: readonly TrainingModelAnswer[]): FormSpec {
  return {
    id: 'module',
    sections: [
      {
        fields: [
          {
            ...{ name: 'title', label: 'Titre', type: 'text', most: 150, required: 'Donnez un titre.' },
            help: '« Prendre en main une valise de tablettes »',
          },
          {
            name: 'kind',
            label: 'Genre',
            type: 'choice',
            required: 'Choisissez un genre.',
            options: kindChoices(MODULE_KINDS),
          },
          {
            ...{
              name: 'minutes',
              label: 'Durée en minutes',
              type: 'whole',
              required: 'Donnez une durée.',
              initial: '120',
            },
            help: 'En quarts d’heure : 60, 75, 90…',
            check: minutesProblem,
          },
          { name: 'counts', label: 'Prévue dans les 18 heures annuelles, si l’inspection le dit', type: 'flag' },
        ],
      },
      {
        heading: 'Le matériel que la formation ouvre',
        text: 'Seuls les modèles qui demandent une formation au catalogue sont proposés. Un cours du plan de formation n’en ouvre aucun.',
        fields: models.map(modelField),
      },
    ],
    button: 'Créer ce module',
    says: ({ minutes = '' }) => (minutesProblem(minutes) === '' ? `Soit ${duration(Number(minutes))}.` : ''),
  };
}

function minutesProblem(value: string): string {
  const minutes = Number(value);
  const isWhole =
    minutes >= MODULE_STEP_MINUTES && minutes <= MODULE_MOST_MINUTES && minutes % MODULE_STEP_MINUTES === 0;
  return isWhole ? '' : 'La durée se dit en quarts d’heure, de 15 minutes à 40 heures.';
}

const modelField = ({ id, name, reference }: TrainingModelAnswer): FormField => ({
  ...{ name: `model-${id}`, label: name, type: 'flag', help: reference },
});

export function moduleRequest(values: Values, models: readonly TrainingModelAnswer[]): TrainingModuleRequest {
  const kind = MODULE_KIND_NAMES.find((name) => name === values['kind']) as ModuleKind;
  return {
    ...{ title: textOf(values, 'title') ?? '', kind, minutes: wholeOf(values, 'minutes') ?? 0 },
    counts: values['counts'] === YES,
    modelIds: models.filter(({ id }) => values[`model-${id}`] === YES).map(({ id }) => id),
  };
}

/** What is taught is written down once, with what it opens. */
@Component({
  selector: 'parc-training-module-form-page',
  imports: [FormPage],
  template: `
    <parc-form-page
      heading="Nouveau module"
      text="Les sessions de ce module se proposent ensuite."
      [failed]="models.failed()"
      [form]="form()"
      [saving]="saving"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="models.reload()"
    />
  `,
})
export class TrainingModuleFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly models = reading({
    load: async () => (await this.api.invoke(trainingModulesModels)).items,
  });
  protected readonly form = computed(() => {
    const models = this.models.value();
    return models && moduleForm(models);
  });
  protected readonly saving = mutation((key, body: TrainingModuleRequest) =>
    this.api.invoke(trainingModulesMake, { 'Idempotency-Key': key, body }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Nouveau module'));
  }

  protected async save(values: Values): Promise<void> {
    const made = await this.saving.run(moduleRequest(values, this.models.value() ?? []));
    if (made === null) return;
    this.toasts.say('Le module est créé');
    this.leave();
  }

  protected leave(): void {
    void this.router.navigate(['/formations/modules']);
  }
}
