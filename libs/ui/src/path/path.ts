import { Component, computed, input, signal } from '@angular/core';
import { Icon } from '../icon/icon.js';

export interface PathStep {
  readonly label: string;
  readonly state: 'past' | 'present' | 'future';
  /** The date of a past step, the deadline of the present one: "2 nov.", "avant le 27 nov.". */
  readonly note?: string;
}

/** The states of an order as one line: what is past and when, where it stands and until when, what is to come. */
@Component({
  selector: 'parc-path',
  imports: [Icon],
  template: `
    <ol [attr.aria-label]="label()" [class.unfolded]="unfolded()" [style.--steps]="steps().length">
      @for (step of steps(); track $index) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'present' ? 'step' : null">
          <span class="word">{{ step.label }}</span>
          @if (step.note) {
            <span class="note">{{ step.note }}</span>
          }
        </li>
      }
    </ol>
    <button type="button" class="fold button-as-link small" [attr.aria-expanded]="unfolded()" (click)="toggle()">
      {{ unfolded() ? 'Replier les étapes' : foldedWords() }}
      <parc-icon [name]="unfolded() ? 'chevron-up' : 'chevron-down'" [size]="16" />
    </button>
  `,
  styleUrl: './path.css',
})
export class Path {
  readonly steps = input.required<readonly PathStep[]>();
  readonly label = input('Étapes');
  /** On a narrow screen only the present step is shown, until asked. */
  protected readonly unfolded = signal(false);
  protected readonly foldedWords = computed(() => {
    const count = this.steps().length;
    const present = this.steps().findIndex(({ state }) => state === 'present');
    const step = this.steps()[present];
    if (step === undefined) return `Voir les ${count} étapes`;
    return `Étape ${present + 1} sur ${count} : ${step.label}${step.note ? `, ${step.note}` : ''}`;
  });

  protected toggle(): void {
    this.unfolded.update((unfolded) => !unfolded);
  }
}
