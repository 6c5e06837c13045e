import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, coherenceNeeded, type SuggestedTraining, trainingsPropose } from '@parc/api-client';
import { counted, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { datesWords, needsTitle, requestOf, travelWords } from './needs-words';

/** Sessions that would release most of what waits, each proposed in one tap. */
@Component({
  selector: 'parc-training-needs',
  imports: [Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './needs-page.html',
  styleUrl: './needs-page.css',
})
export class TrainingNeedsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly needs = reading({ load: () => this.api.invoke(coherenceNeeded, {}) });
  protected readonly title = computed(() => {
    const needs = this.needs.value();
    return needs === null ? 'Sessions à proposer' : needsTitle(needs);
  });
  protected readonly about = computed(() => {
    const { needs = 0, devices = 0 } = this.needs.value() ?? {};
    return `${counted(devices, 'appareil attend', 'appareils attendent')}, ${counted(needs, 'école et module', 'écoles et modules')} sans session qui ait de la place.`;
  });
  protected readonly dates = datesWords;
  protected readonly travel = travelWords;
  protected readonly request = requestOf;
  protected readonly devices = ({ devices }: SuggestedTraining): string => counted(devices, 'appareil');
  protected readonly key = ({ moduleId, circonscriptionId, schoolId }: SuggestedTraining): string =>
    `${moduleId} ${circonscriptionId} ${schoolId}`;
  /** Beside which suggestion what went wrong is said. */
  protected readonly asked = signal<string | null>(null);
  protected readonly proposing = mutation((key, suggestion: SuggestedTraining) =>
    this.api.invoke(trainingsPropose, { 'Idempotency-Key': key, body: requestOf(suggestion)! }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Sessions à proposer'));
  }

  protected async propose(suggestion: SuggestedTraining): Promise<void> {
    this.asked.set(this.key(suggestion));
    const made = await this.proposing.run(suggestion);
    if (made === null) return;
    this.toasts.say(`${made.number} est proposée : elle attend l’accord de chaque côté`);
    this.needs.reload();
  }
}
