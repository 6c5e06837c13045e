import { Component, computed, inject, signal } from '@angular/core';
import { Api, declaredDeclare, declaredOwn, declaredTakeBack } from '@parc/api-client';
import { kindChoices, USAGE_DURATIONS, USAGE_SUBJECTS, type UsageDuration, type UsageSubject } from '@parc/domain';
import { DayPipe, Icon, Notice, Toasts } from '@parc/ui';
import { mutation } from '../shell/mutation';
import { reading } from '../shell/reading';

const SHOWN = 3;

/** On a teacher's first page: a use of today in two taps, a subject then how long; nothing where that is measured. */
@Component({
  selector: 'parc-declared-card',
  imports: [DayPipe, Icon, Notice],
  template: `
    @if (own.value(); as read) {
      @if (!read.measured || read.items.length > 0) {
        <section class="card" aria-labelledby="declared">
          @if (subject(); as chosen) {
            <h2 id="declared">{{ subjects[chosen].word }} : combien de temps ?</h2>
            <div class="choices">
              @for (duration of durations; track duration.value) {
                <button
                  type="button"
                  class="button"
                  [attr.aria-disabled]="telling.pending()"
                  (click)="tell(duration.value)"
                >
                  {{ duration.label }}
                </button>
              }
              <button type="button" class="button button-quiet" (click)="subject.set(null)">Une autre matière</button>
            </div>
          } @else {
            <h2 id="declared">Le numérique a-t-il servi aujourd’hui ?</h2>
            <p class="muted small">Deux gestes : la matière, puis la durée. Aucun élève n’est nommé.</p>
            <div class="choices">
              @for (each of choices; track each.value) {
                <button type="button" class="button" (click)="subject.set(each.value)">{{ each.label }}</button>
              }
            </div>
          }
          @if (telling.problem() ?? taking.problem(); as problem) {
            <parc-notice tone="trouble" role="alert">{{ problem.sentence }}</parc-notice>
          }
          @if (lately().length > 0) {
            <ul>
              @for (use of lately(); track use.id) {
                <li>
                  <span>
                    {{ subjects[use.subject].word }}
                    <span class="muted small">{{ durationsBy[use.duration].word }}, {{ use.day | day }}</span>
                  </span>
                  @if (use.mayTakeBack) {
                    <button
                      type="button"
                      class="button button-quiet"
                      [attr.aria-disabled]="taking.pending()"
                      (click)="takeBack(use.id)"
                    >
                      <parc-icon name="undo" [size]="16" /> Retirer
                      <span class="visually-hidden">{{ subjects[use.subject].word }}</span>
                    </button>
                  }
                </li>
              }
            </ul>
          }
        </section>
      }
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    ul {
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem;
      padding: 0.25rem 0;
      border-top: 1px solid var(--line);
      min-height: 2.75rem;
    }

    li span span {
      display: block;
    }
  `,
})
export class DeclaredCard {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly own = reading({ load: () => this.api.invoke(declaredOwn) });
  protected readonly subject = signal<UsageSubject | null>(null);
  protected readonly subjects = USAGE_SUBJECTS;
  protected readonly choices = kindChoices(USAGE_SUBJECTS);
  protected readonly durations = kindChoices(USAGE_DURATIONS);
  protected readonly durationsBy = USAGE_DURATIONS;
  protected readonly lately = computed(() => (this.own.value()?.items ?? []).slice(0, SHOWN));
  protected readonly telling = mutation((key, subject: UsageSubject, duration: UsageDuration, _time: number) =>
    this.api.invoke(declaredDeclare, { 'Idempotency-Key': key, body: { subject, duration } }),
  );
  protected readonly taking = mutation((key, id: string) =>
    this.api.invoke(declaredTakeBack, { 'Idempotency-Key': key, id }),
  );
  /** A second use of the same subject and length is another one. */
  private told = 0;

  protected async tell(duration: UsageDuration): Promise<void> {
    const subject = this.subject();
    if (subject === null) return;
    if ((await this.telling.run(subject, duration, this.told)) === null) return;
    this.told += 1;
    this.subject.set(null);
    this.toasts.say('C’est noté, merci.');
    this.own.reload();
  }

  protected async takeBack(id: string): Promise<void> {
    if ((await this.taking.run(id)) === null) return;
    this.own.reload();
  }
}
