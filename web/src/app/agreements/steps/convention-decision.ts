import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Router, RouterLink } from '@angular/router';
import { Api, type ConventionPage } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { ConfirmDialog, Icon, Notice, QuestionCard, Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { ActButtons } from '../../shell/act-buttons';
import { mutation } from '../../shell/mutation';
import { ActForm } from './act-form';
import {
  type ConventionStep,
  isBare,
  type StepButton,
  stepButtons,
  stepDone,
  stepForm,
  stepQuestion,
} from './convention-steps';
import { sendStep } from './send-step';

/**
 * What the metropole may record of a convention now: as a question when something waits, else as buttons; nothing where
 * the reader records nothing. After a step, `moved` says that the page must be read again.
 */
@Component({
  selector: 'parc-convention-decision',
  imports: [ActButtons, ActForm, ConfirmDialog, Icon, Notice, QuestionCard, RouterLink, StepForm],
  templateUrl: './convention-decision.html',
  styleUrl: './convention-decision.css',
  host: { '[class.empty]': 'empty()' },
})
export class ConventionDecision {
  readonly page = input.required<ConventionPage>();
  readonly moved = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly today = parisDateOf(new Date());

  protected readonly buttons = computed(() => stepButtons(this.page()));
  protected readonly question = computed(() => stepQuestion(this.page()));
  protected readonly mayEdit = computed(() => this.page().actions.includes('edit'));
  /** Another state closes what was open: it was about what is no longer so. */
  protected readonly opened = anewWith<ConventionStep | null>(
    () => `${this.page().id} ${this.page().state}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const step = this.opened();
    return step === null || step === 'record-act' || isBare(step) ? null : stepForm(step, this.page(), this.today);
  });
  protected readonly empty = computed(() => this.buttons().length === 0 && !this.mayEdit());

  protected readonly acting = mutation(
    (key, page: ConventionPage, step: Exclude<ConventionStep, 'record-act'>, values: Values) =>
      sendStep(this.api, key, page, step, values),
  );

  protected async press({ step }: Pick<StepButton, 'step'>): Promise<void> {
    this.acting.forget();
    if (step === 'approve') return this.record(step, {});
    this.opened.set(step);
    if (step === 'recall') this.dialog().open();
  }

  protected async record(step: ConventionStep, values: Values): Promise<void> {
    const page = this.page();
    if (step === 'record-act') return;
    const moved = await this.acting.run(page, step, values);
    if (step === 'recall') this.dialog().close();
    if (moved === null) return;
    this.opened.set(null);
    this.toasts.say(stepDone(step, page, values));
    if (step === 'draft-successor') await this.router.navigate(['/conventions', moved.id]);
    else this.moved.emit();
  }

  protected actRecorded(what: 'act' | 'approval'): void {
    this.opened.set(null);
    this.toasts.say(stepDone(what === 'act' ? 'record-act' : 'approve', this.page(), {}));
    this.moved.emit();
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reread(): void {
    this.close();
    this.moved.emit();
  }
}
