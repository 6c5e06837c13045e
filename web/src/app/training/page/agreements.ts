import { Component, computed, input } from '@angular/core';
import type { TrainingSheet } from '@parc/api-client';
import { sideOf, TRAINING_SIDES, type TrainingSide } from '@parc/domain';
import { type ChipWords, day, QuestionCard, StateChip } from '@parc/ui';
import { inject } from '@angular/core';
import { Session } from '../../shell/session';
import { placeWords, whenWords } from '../training-words';

/** What waits for the reader's agreement, and how both sides stand beside each other. */
@Component({
  selector: 'parc-training-agreements',
  imports: [QuestionCard, StateChip],
  template: `
    <parc-question-card [question]="question()">
      <div class="parts">
        <dl>
          <dt>Date</dt>
          <dd>
            @if (former(); as was) {
              <s>{{ was }}</s>
            }
            @for (one of dates(); track one) {
              <strong>{{ one }}</strong>
            }
          </dd>
          <dt>Lieu</dt>
          <dd>{{ place() }}</dd>
          <dt>Formateur</dt>
          <dd>{{ page().trainerName }}</dd>
          @if (why(); as words) {
            <dt>Pourquoi</dt>
            <dd>« {{ words }} »</dd>
          }
        </dl>
        <div>
          <ul>
            @for (side of sides(); track side.name) {
              <li>
                <strong>{{ side.word }}</strong>
                <parc-state-chip [state]="side.chip" />
              </li>
            }
          </ul>
          <p class="muted small">
            Tant qu’un accord manque, les {{ page().capacity }} places sont gardées et personne n’est convoqué.
          </p>
        </div>
      </div>
      <ng-content select="[parcAnswer]" ngProjectAs="[parcAnswer]" />
    </parc-question-card>
  `,
  styleUrl: './agreements.css',
})
export class TrainingAgreements {
  readonly page = input.required<TrainingSheet>();
  private readonly session = inject(Session);
  private readonly mySide = computed(() => {
    const role = this.session.role();
    return role === null ? null : sideOf(role);
  });
  protected readonly question = computed(() =>
    this.mySide() === 'metropole' ? 'La métropole donne-t-elle son accord ?' : 'L’inspection donne-t-elle son accord ?',
  );
  protected readonly dates = computed(() => this.page().dates.map(whenWords));
  protected readonly place = computed(() => placeWords(this.page()));
  private readonly postponed = computed(() => this.page().history.find(({ action }) => action === 'postpone') ?? null);
  protected readonly former = computed(() => {
    const was = this.postponed()?.wasAt ?? null;
    return was === null ? null : day(was);
  });
  protected readonly why = computed(() => this.postponed()?.reason ?? null);
  protected readonly sides = computed(() => sidesOf(this.page(), this.mySide()));
}

/** Both sides, whose agreement is there and whose is not; the reader's own is said to be theirs. */
export function sidesOf(
  { metropoleAgreedAt, inspectionAgreedAt }: Pick<TrainingSheet, 'metropoleAgreedAt' | 'inspectionAgreedAt'>,
  mine: TrainingSide | null,
): readonly { name: TrainingSide; word: string; chip: ChipWords }[] {
  const agreedAt = { metropole: metropoleAgreedAt, inspection: inspectionAgreedAt };
  return (['inspection', 'metropole'] as const).map((name) => ({
    name,
    word: TRAINING_SIDES[name].word,
    chip: chipOf(agreedAt[name], name === mine),
  }));
}

function chipOf(at: string | null, mine: boolean): ChipWords {
  if (at !== null) return { word: `D’accord, ${day(at)}`, tone: 'done', icon: 'check' };
  return mine ? { word: 'À vous', tone: 'waiting', icon: 'pencil' } : { word: 'Attendu', tone: 'idle', icon: 'clock' };
}
