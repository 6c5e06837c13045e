import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingMovesAccept, trainingMovesLeave, type TrainingListItem } from '@parc/api-client';
import { day, QuestionCard, time, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation } from '../../shell/mutation';
import { whenWords } from '../training-words';

/** What a session asks its reader: to take a place that came free, until an hour, or whether they come on a new date. */
@Component({
  selector: 'parc-training-offer-card',
  imports: [ActProblem, QuestionCard, RouterLink],
  template: `
    @if (question(); as asked) {
      <parc-question-card [question]="asked">
        @if (named()) {
          <p>
            <a [routerLink]="['/formations', session().id]">{{ session().moduleTitle }}</a>{{ whenNamed() }}
          </p>
        }
        <p>{{ words() }}</p>
        @if (answering.problem(); as problem) {
          <parc-act-problem [problem]="problem" (reread)="changed.emit()" />
        }
        <button
          parcAnswer
          type="button"
          class="button button-primary"
          [disabled]="answering.pending()"
          (click)="answer('accept')"
        >
          {{ offered() ? 'Prendre la place' : 'Je viens' }}
        </button>
        <button parcAnswer type="button" class="button" [disabled]="answering.pending()" (click)="answer('leave')">
          {{ offered() ? 'Laisser la place' : 'Je ne viens pas' }}
        </button>
      </parc-question-card>
    }
  `,
})
export class TrainingOfferCard {
  readonly session = input.required<TrainingListItem>();
  /** It stands without the session beside it. */
  readonly named = input(false);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly offered = computed(() => this.session().mine === 'offered');
  protected readonly question = computed(() => {
    if (this.offered()) return 'Prenez-vous cette place ?';
    return this.session().asked ? 'Venez-vous à la nouvelle date ?' : null;
  });
  protected readonly words = computed(() => {
    const { offerUntil } = this.session();
    if (this.offered() && offerUntil !== null)
      return `Elle est gardée pour vous jusqu’au ${day(offerUntil)}, ${time(offerUntil)}. Ensuite, elle va à la personne suivante.`;
    return `Nouvelle date : ${whenWords(this.session())}. Sans réponse, votre place est gardée.`;
  });
  /** A new date is said by what follows. */
  protected readonly whenNamed = computed(() => (this.offered() ? `, ${whenWords(this.session())}` : ''));
  protected readonly answering = mutation((key, { id }: TrainingListItem, answer: 'accept' | 'leave') => {
    const asked = { id, 'Idempotency-Key': key };
    return answer === 'accept'
      ? this.api.invoke(trainingMovesAccept, asked)
      : this.api.invoke(trainingMovesLeave, { ...asked, body: { accountId: null } });
  });

  protected async answer(answer: 'accept' | 'leave'): Promise<void> {
    const offered = this.offered();
    if ((await this.answering.run(this.session(), answer)) === null) return;
    const said = offered
      ? ['La place est à vous', 'La place va à la personne suivante']
      : ['Vous venez', 'Vous n’êtes plus inscrit'];
    this.toasts.say(said[answer === 'accept' ? 0 : 1]!);
    this.changed.emit();
  }
}
