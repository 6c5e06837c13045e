import { Component, computed, effect, inject, input } from '@angular/core';
import { Api, problemsPage, type ProblemSheet } from '@parc/api-client';
import { CAUSES, kindWords, PROBLEM_DONE_WORDS, PROBLEM_STATES, REPAIRS, type ProblemAction } from '@parc/domain';
import { DayPipe, DurationPipe, Notice, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { aboutWords, expectedWords, hinderedWords, problemState } from '../problem-words';
import { type ProblemButton, problemButtons, problemForm, sendProblemStep } from './problem-forms';
import { ProblemTickets } from './problem-tickets';

/** One problem: what is known of it, what schools read, what it touches, and its tickets. */
@Component({
  selector: 'parc-problem-page',
  imports: [
    ActButtons,
    DayPipe,
    DurationPipe,
    FreeTextsLink,
    Notice,
    ProblemPanel,
    ProblemTickets,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './problem-page.html',
  styleUrl: './problem-page.css',
})
export class ProblemPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly problem = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(problemsPage, asked),
  });
  private readonly page = this.problem.value;
  protected readonly opened = anewWith<ProblemAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : problemForm(action, page);
  });
  protected readonly buttons = computed(() => (this.page() ? problemButtons(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? threadOf(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: ProblemSheet, action: ProblemAction, values: Values) =>
    sendProblemStep(this.api, action, { ...onVersion(key, version), id }, values),
  );

  protected readonly about = aboutWords;
  protected readonly stateOf = problemState;
  protected readonly expected = expectedWords;
  protected readonly hindered = hinderedWords;
  protected readonly causes = kindWords(CAUSES);
  protected readonly repairs = kindWords(REPAIRS);
  protected readonly isOpen = ({ state }: ProblemSheet): boolean => PROBLEM_STATES[state].open;

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.number);
    });
  }

  protected press({ action }: ProblemButton): void {
    this.acting.forget();
    this.opened.set(action);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.problem.reload();
  }

  protected async record(values: Values): Promise<void> {
    const [page, action] = [this.page(), this.opened()];
    if (page === null || action === null) return;
    const moved = await this.acting.run(page, action, values);
    if (moved === null) return;
    this.toasts.say(`${moved.number} : ${PROBLEM_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}

function threadOf({ history }: ProblemSheet): readonly ThreadEntry[] {
  return history.map((line, index) => ({
    ...{ id: `${index}`, title: PROBLEM_DONE_WORDS[line.action], at: line.at },
    actor: line.name === null ? line.roleLabel : `${line.name}, ${line.roleLabel}`,
    kind: line.role === 'system' ? 'system' : 'done',
    ...(line.tickets ? { detail: line.tickets } : {}),
    ...(line.reason === null ? {} : { reason: line.reason }),
  }));
}
