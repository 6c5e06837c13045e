import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type PlanPage, upkeepChecksList, upkeepPlansChange, upkeepPlansPage } from '@parc/api-client';
import { ConfirmDialog, DayPipe, Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ProgressBar } from '../progress-bar';
import {
  aboutWords,
  checksViewed,
  checkState,
  foundCounts,
  foundWords,
  leftWords,
  partDone,
  ruleWords,
} from '../upkeep-words';

/** Schools of the list of what is left; the rest stands in the list of checks. */
const SHOWN = 20;

/** One plan or campaign: what is looked at, its next days, how far it is in all, and the schools that are left. */
@Component({
  selector: 'parc-plan-page',
  imports: [
    ActProblem,
    ConfirmDialog,
    DayPipe,
    Icon,
    Notice,
    ProblemPanel,
    ProgressBar,
    RouterLink,
    StateChip,
    StatePanel,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPageView {
  protected readonly all = checksViewed('tous');
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly plan = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(upkeepPlansPage, asked),
  });
  protected readonly left = reading({
    asked: () => ({ planId: this.id(), open: true, size: SHOWN }),
    load: (asked) => this.api.invoke(upkeepChecksList, asked),
  });
  protected readonly rest = computed(() => {
    const left = this.left.value();
    return left === null ? 0 : left.total - left.items.length;
  });
  protected readonly ending = mutation((key, { id, version, name, points, technicianId }: PlanPage) =>
    this.api.invoke(upkeepPlansChange, {
      ...onVersion(key, version),
      ...{ id, body: { name, points, technicianId, ended: true } },
    }),
  );
  protected readonly rule = ruleWords;
  protected readonly about = aboutWords;
  protected readonly part = partDone;
  protected readonly leftWords = leftWords;
  protected readonly found = foundWords;
  protected readonly foundOf = foundCounts;
  protected readonly state = checkState;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const page = this.plan.value();
      if (page !== null) pageTitle.show(page.name);
    });
  }

  protected reload(): void {
    this.ending.forget();
    this.plan.reload();
    this.left.reload();
  }

  protected async end(page: PlanPage, dialog: ConfirmDialog): Promise<void> {
    const ended = await this.ending.run(page);
    dialog.close();
    if (ended === null) return;
    this.toasts.say('Ce plan est arrêté');
    this.reload();
  }
}
