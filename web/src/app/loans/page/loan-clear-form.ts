import { Component, computed, input, output } from '@angular/core';
import type { LoanPage } from '@parc/api-client';
import { kindChoices, LOAN_ACTION_WORDS, MISSING_OUTCOMES, type MissingOutcome } from '@parc/domain';
import { Choice, Notice } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import type { Problem } from '../../shell/problem';
import type { LoanBrings } from './loan-send';

type Outcomes = Readonly<Record<string, MissingOutcome>>;

/** The check after a return: what becomes of each device that did not come back. */
@Component({
  selector: 'parc-loan-clear-form',
  imports: [Choice, Notice, ResumedNote],
  template: `
    <h2>{{ words.clear }}</h2>
    @if (missing().length === 0) {
      <p>Tout le contenu est revenu. Le kit redevient libre aussitôt.</p>
    } @else {
      <p>Dites ce que devient chaque appareil qui n’est pas revenu. Un ticket le fait chercher à l’école.</p>
    }
    @for (device of missing(); track device.equipmentId) {
      <parc-choice
        look="chips"
        [legend]="device.tag + ', ' + device.modelName"
        [options]="outcomes"
        [value]="chosen()[device.equipmentId] ?? null"
        (valueChange)="choose(device.equipmentId, $event!)"
      />
    }
    <parc-resumed-note [of]="chosen" />
    @if (problem(); as told) {
      <parc-notice tone="trouble" role="alert" heading="Ce n’est pas enregistré">{{ told.sentence }}</parc-notice>
    }
    <div class="acts">
      <button type="button" class="button button-primary" [disabled]="pending() || !whole()" (click)="send()">
        {{ words.clear }}
      </button>
      <button type="button" class="button" [disabled]="pending()" (click)="chosen.forget(); cancelled.emit()">
        Revenir
      </button>
    </div>
  `,
  styleUrl: './loan-forms.css',
})
export class LoanClearForm {
  readonly page = input.required<LoanPage>();
  readonly pending = input.required<boolean>();
  readonly problem = input.required<Problem | null>();
  readonly sent = output<LoanBrings>();
  readonly cancelled = output();

  protected readonly words = LOAN_ACTION_WORDS;
  protected readonly outcomes = kindChoices<MissingOutcome>(MISSING_OUTCOMES) as readonly {
    value: MissingOutcome;
    label: string;
  }[];
  protected readonly missing = computed(() => this.page().devices.filter(({ back }) => back === false));
  protected readonly chosen = typed<Outcomes>({
    name: () => `clear ${this.page().id}`,
    initial: () => ({}),
    fits: (kept) => typeof kept === 'object' && kept !== null,
    pending: this.pending,
    problem: this.problem,
  });
  protected readonly whole = computed(() => this.missing().every(({ equipmentId }) => this.chosen()[equipmentId]));

  protected choose(equipmentId: string, outcome: MissingOutcome): void {
    this.chosen.set({ ...this.chosen(), [equipmentId]: outcome });
  }

  protected send(): void {
    this.sent.emit({
      missing: this.missing().map(({ equipmentId }) => ({ equipmentId, outcome: this.chosen()[equipmentId]! })),
    });
  }
}
