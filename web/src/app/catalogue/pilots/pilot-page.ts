import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api, pilotsPage, pilotsSay, type PilotOpinionRequest, type PilotSheet } from '@parc/api-client';
import { kindChoices, PILOT_ANSWERS, PILOT_QUESTION_NAMES, PILOT_QUESTIONS } from '@parc/domain';
import { Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { pilotDays, pilotState } from './pilot-words';

/** A trial as the school lives it: what it is to show, and what the reader thinks of it. */
@Component({
  selector: 'parc-pilot-page',
  imports: [Notice, ProblemPanel, StateChip, StatePanel, StepForm],
  template: `
    @if (pilot.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Cet essai ne s’affiche pas" (retry)="pilot.reload()" />
    } @else if (pilot.value(); as page) {
      @let chip = stateOf(page);
      <div class="page-head">
        <div>
          <p>École pilote · {{ page.schoolName }}</p>
          <h1>{{ page.itemName }}</h1>
          <p class="chips"><parc-state-chip [state]="chip" /></p>
        </div>
      </div>
      <div class="page-stack">
        <section class="card" aria-labelledby="pilot-aim">
          <h2 id="pilot-aim">Ce que l’essai doit montrer</h2>
          <p>{{ page.lookedFor }}</p>
          <p class="muted small">L’essai dure {{ days(page) }}. Rien n’est commandé ni compté sur votre budget.</p>
        </section>
        @if (page.mayAnswer) {
          <section class="card">
            <parc-step-form
              [wholePage]="true"
              [form]="form()"
              [pending]="saying.pending()"
              [problem]="saying.problem()"
              (sent)="say($event)"
              (cancelled)="leave()"
              (reread)="pilot.reload()"
            />
          </section>
        } @else if (page.standing === 'coming') {
          <parc-notice tone="idle">L’essai n’a pas commencé : votre avis sera demandé pendant l’essai.</parc-notice>
        } @else if (page.standing === 'over') {
          <parc-notice tone="idle">{{
            page.mine ? 'L’essai est terminé. Votre avis est transmis, sans votre nom.' : 'L’essai est terminé.'
          }}</parc-notice>
        }
      </div>
    } @else {
      <parc-state-panel kind="loading" shape="page" />
    }
  `,
  styles: `
    .chips {
      margin-top: 0.5rem;
    }

    .card {
      display: grid;
      gap: 0.75rem;
      max-width: 46rem;
    }
  `,
})
export class PilotPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);

  protected readonly pilot = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(pilotsPage, asked),
  });
  protected readonly form = computed<FormSpec>(() => opinionForm(this.pilot.value()));
  protected readonly saying = mutation((key, body: PilotOpinionRequest) =>
    this.api.invoke(pilotsSay, { 'Idempotency-Key': key, id: this.id(), body }),
  );
  protected readonly stateOf = pilotState;
  protected readonly days = pilotDays;

  constructor() {
    effect(() => {
      const page = this.pilot.value();
      if (page !== null) this.pageTitle.show(page.itemName);
    });
  }

  protected async say(values: Values): Promise<void> {
    const answer = (name: string) => values[name] as PilotOpinionRequest['easy'];
    const given = { easy: answer('easy'), useful: answer('useful'), keep: answer('keep') };
    if ((await this.saying.run({ ...given, text: textOf(values, 'text') })) === null) return;
    this.toasts.say('Votre avis est enregistré');
    this.leave();
  }

  protected leave(): void {
    void this.router.navigate(['/accueil']);
  }
}

function opinionForm(page: PilotSheet | null): FormSpec {
  const mine = page?.mine ?? null;
  return {
    id: `opinion ${page?.id}`,
    heading: 'Votre avis',
    text: 'Il est lu sans votre nom par la métropole. Vous pouvez le changer jusqu’à la fin de l’essai.',
    sections: [
      {
        fields: [
          ...PILOT_QUESTION_NAMES.map((question) => ({
            ...{ name: question, label: PILOT_QUESTIONS[question].word, type: 'choice' as const },
            ...{
              options: kindChoices(PILOT_ANSWERS),
              initial: mine?.[question] ?? '',
              required: 'Choisissez une réponse.',
            },
          })),
          {
            ...{ name: 'text', label: 'Ce que vous ajoutez', type: 'lines', most: 1000, initial: mine?.text ?? '' },
            help: 'Ne nommez aucun élève.',
          },
        ],
      },
    ],
    button: mine === null ? 'Donner mon avis' : 'Changer mon avis',
  };
}
