import { Component, computed, inject } from '@angular/core';
import { Api, supportList, trainingsList } from '@parc/api-client';
import { StatePanel } from '@parc/ui';
import { HomeCards } from '../../shell/homes/home-cards';
import { HomeHead } from '../../shell/homes/home-head';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { trainingHomeTitle } from './training-home-title';

/** How many wait is asked for: the cards show which. */
const COUNTED = 1;

/** The first page of Éducation nationale, who builds trainings and says who came: how much waits for its reader. */
@Component({
  selector: 'parc-training-home',
  imports: [HomeCards, HomeHead, ProblemPanel, StatePanel],
  template: `
    <parc-home-head [title]="title()" />
    @if (read.failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="read.reload()" />
    } @else if (read.value() === null) {
      <parc-state-panel kind="loading" [rows]="3" />
    } @else {
      <parc-home-cards place="above" />
      <!-- Where nothing waits, no column is left empty beside what goes on. -->
      <div [class.page-columns]="waits()">
        @if (waits()) {
          <div class="page-stack"><parc-home-cards place="first" /></div>
        }
        <div class="page-stack"><parc-home-cards place="second" /></div>
      </div>
    }
  `,
})
export class TrainingHome {
  private readonly api = inject(Api);
  private readonly agrees = may('training-sessions.agree');
  private readonly visits = may('support-requests.date');
  protected readonly read = reading({
    load: async () => {
      const due = { due: true, size: COUNTED };
      const [sessions, supports] = await Promise.all([
        this.api.invoke(trainingsList, due),
        this.visits() ? this.api.invoke(supportList, due) : null,
      ]);
      return { sessions: sessions.total, supports: supports?.total ?? 0 };
    },
  });
  protected readonly waits = computed(() => {
    const waiting = this.read.value();
    return waiting !== null && waiting.sessions + waiting.supports > 0;
  });
  protected readonly title = computed(() => {
    const waiting = this.read.value();
    return waiting === null ? 'Bonjour' : trainingHomeTitle({ ...waiting, agrees: this.agrees() });
  });
}
