import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingModulesModulePage, trainingModulesTurn, type TrainingModuleSheet } from '@parc/api-client';
import { MODULE_KINDS, TRAINING_COMPETENCES } from '@parc/domain';
import { counted, DurationPipe, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { sessionQuery } from '../planning/session-filters';
import { SurveyCard } from '../survey/survey-card';
import { TrainingModuleFiles } from './module-files';

/** What is taught: how long, for what, with which materials, and what those who came think of it. */
@Component({
  selector: 'parc-training-module-page',
  imports: [
    ActProblem,
    DurationPipe,
    Icon,
    Notice,
    ProblemPanel,
    RouterLink,
    StatePanel,
    SurveyCard,
    TrainingModuleFiles,
  ],
  templateUrl: './module-page.html',
  styleUrl: './module-page.css',
})
export class TrainingModulePage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly writes = may('training-modules.write');
  protected readonly builds = may('training-sessions.propose');
  protected readonly module = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(trainingModulesModulePage, asked),
  });
  protected readonly turning = mutation((key, { id, version }: TrainingModuleSheet, active: boolean) =>
    this.api.invoke(trainingModulesTurn, { ...onVersion(key, version), id, body: { active } }),
  );
  protected readonly kinds = MODULE_KINDS;
  protected readonly competences = computed(() =>
    (this.module.value()?.competences ?? []).map((name) => TRAINING_COMPETENCES[name]),
  );
  protected readonly former = computed(() => {
    const page = this.module.value();
    return page !== null && page.currentId !== page.id;
  });
  protected readonly sessions = ({ id: module }: TrainingModuleSheet) => ({ module, ...sessionQuery('toutes') });
  protected readonly held = (page: TrainingModuleSheet): string =>
    page.held === 0 ? 'aucune encore' : counted(page.held, 'session close', 'sessions closes');

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.module.value()?.title ?? 'Module'));
  }

  protected async turn(page: TrainingModuleSheet, active: boolean): Promise<void> {
    if ((await this.turning.run(page, active)) === null) return;
    this.toasts.say(active ? 'Le module est proposé de nouveau' : 'Le module est retiré');
    this.module.reload();
  }
}
