import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  trainingModulesChange,
  trainingModulesMake,
  trainingModulesModels,
  trainingModulesModulePage,
  type TrainingModuleRequest,
} from '@parc/api-client';
import { Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { moduleForm, moduleRequest } from './module-form';

/** What is taught is written down with what it opens, and written anew: what was held goes on saying what it was. */
@Component({
  selector: 'parc-training-module-form-page',
  imports: [FormPage],
  template: `
    <parc-form-page
      [heading]="heading()"
      [text]="text()"
      [failed]="ground.failed()"
      [form]="form()"
      [saving]="saving"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="ground.reload()"
    />
  `,
})
export class TrainingModuleFormPage {
  /** Of what is written anew, by the address; none: a new module. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly ground = reading({
    asked: () => ({ id: this.id() ?? null }),
    load: async ({ id }) => {
      const [{ items: models }, standing] = await Promise.all([
        this.api.invoke(trainingModulesModels),
        id === null ? null : this.api.invoke(trainingModulesModulePage, { id }),
      ]);
      return { models, standing };
    },
  });
  protected readonly form = computed(() => {
    const ground = this.ground.value();
    return ground && moduleForm(ground.models, ground.standing);
  });
  protected readonly heading = computed(() => (this.id() === undefined ? 'Nouveau module' : 'Modifier ce module'));
  protected readonly text = computed(() =>
    this.id() === undefined
      ? 'Les sessions de ce module se proposent ensuite.'
      : 'Les sessions à venir suivent le nouveau texte. Celles qui sont closes, et leurs attestations, gardent l’ancien.',
  );
  protected readonly saving = mutation((key, body: TrainingModuleRequest) => {
    const standing = this.ground.value()?.standing ?? null;
    return standing === null
      ? this.api.invoke(trainingModulesMake, { 'Idempotency-Key': key, body })
      : this.api.invoke(trainingModulesChange, { ...onVersion(key, standing.version), id: standing.id, body });
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.heading()));
  }

  protected async save(values: Values): Promise<void> {
    const made = await this.saving.run(moduleRequest(values, this.ground.value()?.models ?? []));
    if (made === null) return;
    this.toasts.say(this.id() === undefined ? 'Le module est créé' : 'Le module est modifié');
    void this.router.navigate(['/formations/modules', made.id]);
  }

  protected leave(): void {
    const id = this.id();
    void this.router.navigate(id === undefined ? ['/formations/modules'] : ['/formations/modules', id]);
  }
}
