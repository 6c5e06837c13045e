import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, remediesPage, type RemedyPage, remedyMovesPublish, remedyMovesWithdraw } from '@parc/api-client';
import { REMEDY_ACTION_WORDS, REMEDY_DONE_WORDS, remedySteps, type RemedyAction } from '@parc/domain';
import { DayPipe, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { type ActButton, ActButtons } from '../../shell/act-buttons';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { helpedWords, remedyAbout, remedyState } from '../remedy-words';

interface RemedyButton extends ActButton {
  readonly action: RemedyAction;
}

/** One remedy: what schools read, what technicians know besides, how often it was enough, and its versions. */
@Component({
  selector: 'parc-remedy-page',
  imports: [ActButtons, DayPipe, FreeTextsLink, ProblemPanel, RouterLink, StateChip, StatePanel, StepForm, Thread],
  templateUrl: './remedy-page.html',
  styleUrl: './remedy-page.css',
})
export class RemedyPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly remedy = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(remediesPage, asked),
  });
  protected readonly withdrawing = signal(false);
  protected readonly buttons = computed<readonly RemedyButton[]>(() =>
    (this.remedy.value()?.possible ?? []).map((action) => ({
      action,
      label: action === 'withdraw' ? `${REMEDY_ACTION_WORDS[action]}…` : REMEDY_ACTION_WORDS[action],
      look: action === 'publish' ? 'primary' : 'trouble',
    })),
  );
  protected readonly form = computed<FormSpec>(() => ({
    ...{ id: `retirer ${this.id()}`, heading: 'Retirer ce remède', button: 'Retirer', tone: 'trouble' },
    text: 'Il n’est plus proposé à personne. Ses versions restent.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000 },
            required: 'Dites pourquoi en quelques mots.',
          },
        ],
      },
    ],
  }));
  protected readonly thread = computed(() => (this.remedy.value() ? threadOf(this.remedy.value()!) : []));
  protected readonly acting = mutation((key, { id, version }: RemedyPage, action: RemedyAction, reason: string) => {
    const asked = { ...onVersion(key, version), id };
    return action === 'publish'
      ? this.api.invoke(remedyMovesPublish, asked)
      : this.api.invoke(remedyMovesWithdraw, { ...asked, body: { reason } });
  });
  protected readonly about = remedyAbout;
  protected readonly stateOf = remedyState;
  protected readonly helped = helpedWords;
  protected readonly steps = remedySteps;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const page = this.remedy.value();
      if (page !== null) pageTitle.show(page.title);
    });
  }

  protected press(page: RemedyPage, { action }: RemedyButton): void {
    this.acting.forget();
    if (action === 'withdraw') this.withdrawing.set(true);
    else void this.act(page, action, '');
  }

  protected withdraw(page: RemedyPage, values: Values): void {
    void this.act(page, 'withdraw', textOf(values, 'reason') ?? '');
  }

  protected close(): void {
    this.acting.forget();
    this.withdrawing.set(false);
  }

  protected reload(): void {
    this.close();
    this.remedy.reload();
  }

  private async act(page: RemedyPage, action: RemedyAction, reason: string): Promise<void> {
    if ((await this.acting.run(page, action, reason)) === null) return;
    this.toasts.say(action === 'publish' ? 'Les écoles le lisent maintenant' : 'Ce remède est retiré');
    this.reload();
  }
}

function threadOf({ history }: RemedyPage): readonly ThreadEntry[] {
  return history.map((line, index) => ({
    ...{ id: `${index}`, title: REMEDY_DONE_WORDS[line.action], at: line.at },
    actor: line.name === null ? line.roleLabel : `${line.name}, ${line.roleLabel}`,
    kind: line.role === 'system' ? 'system' : 'done',
    ...(line.reason === null ? {} : { reason: line.reason }),
  }));
}
