import { Component, inject } from '@angular/core';
import { Api, type BridgeDayAnswer, bridgeDaysAnswer, bridgeDaysList } from '@parc/api-client';
import { Notice, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** Days that the file of holidays leaves out: somebody who knows says what they are, and may say it again. */
@Component({
  selector: 'parc-bridge-days',
  imports: [Notice, ProblemPanel],
  template: `
    @if (list.value(); as answer) {
      @if (answer.items.length > 0) {
        <section class="card" aria-labelledby="bridge-days">
          <h2 id="bridge-days">Jours que le fichier ne dit pas</h2>
          <p class="muted small">
            Seuls entre deux jours de congé : la plupart des écoles sont alors fermées. La réponse compte dans les
            délais et les rendez-vous.
          </p>
          @for (one of answer.items; track one.day) {
            <fieldset [disabled]="answering.pending()">
              <legend>{{ one.question }}</legend>
              <span class="answers">
                @for (choice of choices; track choice.label) {
                  <label>
                    <input
                      type="radio"
                      [name]="'bridge-' + one.day"
                      [checked]="one.isHoliday === choice.value"
                      (change)="say(one, choice.value)"
                    />
                    {{ choice.label }}
                  </label>
                }
              </span>
            </fieldset>
          }
          @if (answering.problem(); as problem) {
            <parc-notice tone="trouble" role="alert" heading="La réponse n’est pas gardée">{{
              problem.sentence
            }}</parc-notice>
          }
        </section>
      }
    } @else if (list.failed(); as problem) {
      <parc-problem-panel
        [problem]="problem"
        heading="Les jours à préciser ne s’affichent pas"
        (retry)="list.reload()"
      />
    }
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1.5rem;
      margin: 0;
      padding: 0.5rem 0;
      border: 0;
      border-top: 1px solid var(--line);
    }

    legend {
      float: left;
      padding: 0;
      font-size: var(--text-14);
    }

    .answers {
      display: flex;
      gap: 1.5rem;
    }

    label {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      min-height: 2.75rem;
    }
  `,
})
export class BridgeDays {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly list = reading({ asked: () => ({}), load: () => this.api.invoke(bridgeDaysList, {}) });
  protected readonly answering = mutation((key, day: string, isHoliday: boolean) =>
    this.api.invoke(bridgeDaysAnswer, { 'Idempotency-Key': key, day, body: { isHoliday } }),
  );
  protected readonly choices = [
    { value: true, label: 'Oui, vacances' },
    { value: false, label: 'Non, classe' },
  ];

  protected async say({ day }: BridgeDayAnswer, isHoliday: boolean): Promise<void> {
    const answered = await this.answering.run(day, isHoliday);
    if (answered === null) {
      this.list.reload();
      return;
    }
    const items = this.list.value()!.items.map((one) => (one.day === day ? answered : one));
    this.list.replace({ items });
    this.toasts.say('Réponse gardée');
  }
}
