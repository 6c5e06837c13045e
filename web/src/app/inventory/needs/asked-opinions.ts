import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, redeploymentsList } from '@parc/api-client';
import { DayPipe, QuestionCard } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';

/** Redeployments that wait for the reader's opinion, each as a question. */
@Component({
  selector: 'parc-asked-opinions',
  imports: [DayPipe, QuestionCard, RouterLink],
  template: `
    @for (one of asked(); track one.id) {
      <parc-question-card [question]="one.modelName + ' vers ' + one.toSchoolName + ' : qu’en pensez-vous ?'">
        {{ one.fromSchoolName ?? 'En stock' }}, étiquette {{ one.tag }}. Votre avis avant le
        {{ one.answerBy | day: 'year' }}.
        <a parcAnswer class="button button-primary" [routerLink]="['/parc/redeploiements', one.id]">Répondre</a>
      </parc-question-card>
    }
  `,
  styles: `
    parc-question-card {
      max-width: 46rem;
      margin-bottom: 1rem;
    }
  `,
})
export class AskedOpinions {
  private readonly api = inject(Api);
  private readonly answers = may('redeployments.answer');
  private readonly redeployments = reading({
    asked: () => (this.answers() ? true : undefined),
    load: async () => (await this.api.invoke(redeploymentsList, { state: ['proposed'] })).items,
  });
  protected readonly asked = computed(() => (this.redeployments.value() ?? []).filter(({ asksMe }) => asksMe));
}
