import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Api, supportPage, type SupportSheet } from '@parc/api-client';
import { SUPPORT_DONE_WORDS, type SupportAction } from '@parc/domain';
import { DurationPipe, Path, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { datesTyped } from '../hours-fields';
import { type SupportDateAsked, SupportDateClashes } from './support-clashes';
import { type SupportButton, sendSupportStep, supportButtons, supportForm } from './support-steps';
import { supportPath, supportThread } from './support-story';
import { aboutWords, levelWords, supportState, supportTitle, visitWords } from './support-words';

/** Acts that give a date: what it meets is said beside them. */
const DATING: readonly SupportAction[] = ['date', 'move'];

/** One visit to a class: what is asked for, when somebody comes, what was done, and what its reader may do now. */
@Component({
  selector: 'parc-support-page',
  imports: [
    ActButtons,
    DurationPipe,
    FreeTextsLink,
    Path,
    ProblemPanel,
    StateChip,
    StatePanel,
    StepForm,
    SupportDateClashes,
    Thread,
  ],
  templateUrl: './support-page.html',
  styleUrl: './support-page.css',
})
export class SupportPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);

  protected readonly request = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(supportPage, asked),
  });
  private readonly page = this.request.value;
  protected readonly opened = anewWith<SupportAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  private readonly typed = signal<Values>({});
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : supportForm(action, page);
  });
  /** The date that is typed, where the act gives one. */
  protected readonly dated = computed<SupportDateAsked | null>(
    () => {
      const action = this.opened();
      const [date] = datesTyped(this.typed(), 1);
      return action === null || !DATING.includes(action) || date === undefined ? null : { id: this.id(), ...date };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly buttons = computed(() => (this.page() ? supportButtons(this.page()!) : []));
  protected readonly path = computed(() => (this.page() ? supportPath(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? supportThread(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: SupportSheet, action: SupportAction, values: Values) =>
    sendSupportStep(this.api, action, { ...onVersion(key, version), id }, values),
  );

  protected readonly stateOf = supportState;
  protected readonly titleOf = supportTitle;
  protected readonly about = aboutWords;
  protected readonly level = levelWords;
  protected readonly when = visitWords;

  constructor() {
    effect(() => {
      if (this.page() !== null) this.pageTitle.show('Accompagnement');
    });
  }

  protected press({ action }: SupportButton): void {
    this.acting.forget();
    this.typed.set({});
    this.opened.set(action);
  }

  protected typing(values: Values): void {
    this.typed.set(values);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.request.reload();
  }

  protected async record(values: Values): Promise<void> {
    const [page, action] = [this.page(), this.opened()];
    if (page === null || action === null) return;
    if ((await this.acting.run(page, action, values)) === null) return;
    this.toasts.say(`Accompagnement : ${SUPPORT_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}
