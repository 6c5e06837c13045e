import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output, signal } from '@angular/core';
import { french, Icon } from '@parc/ui';
import { ActProblem } from './act-problem';
import type { Problem } from './problem';

export interface ActButton {
  /** The act; three dots at its end say that a form opens. */
  readonly label: string;
  readonly look: 'primary' | 'plain' | 'trouble';
  /** Done now and then: behind one word, so that what is done every day stands alone. */
  readonly rare?: boolean;
}

/** What a reader may do with an object now, the primary act first, what refuses last; and why the last one failed. */
@Component({
  selector: 'parc-act-buttons',
  imports: [ActProblem, Icon, NgTemplateOutlet],
  template: `
    @if (problem(); as refused) {
      <parc-act-problem [problem]="refused" [heading]="failed()" (reread)="reread.emit()" />
    }
    @for (button of daily(); track button.label) {
      <ng-container [ngTemplateOutlet]="act" [ngTemplateOutletContext]="{ $implicit: button }" />
    }
    @if (rare().length > 0) {
      <details>
        <summary class="button">Autres actions <parc-icon name="chevron-down" [size]="18" /></summary>
        <div>
          @for (button of rare(); track button.label) {
            <ng-container [ngTemplateOutlet]="act" [ngTemplateOutletContext]="{ $implicit: button }" />
          }
        </div>
      </details>
    }
    <ng-content />
    <ng-template #act let-button>
      <button
        type="button"
        class="button"
        [class.button-primary]="button.look === 'primary'"
        [class.button-trouble]="button.look === 'trouble'"
        [class.dense]="dense()"
        [disabled]="pending()"
        (click)="press(button)"
      >
        {{ button.label }}
      </button>
    </ng-template>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    parc-act-problem {
      flex: 1 1 100%;
    }

    .button-primary {
      flex: 1 1 auto;
    }

    .dense {
      padding-inline: 0.75rem;
    }

    .dense:not(.button-primary) {
      font-size: var(--text-14);
    }

    summary {
      cursor: pointer;
      list-style: none;
    }

    summary::-webkit-details-marker {
      display: none;
    }

    details[open] {
      flex: 1 1 100%;
    }

    details[open] > summary parc-icon {
      transform: rotate(180deg);
    }

    details > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-top: 0.5rem;
    }

    @media (max-width: 480px) {
      :host,
      details > div {
        display: grid;
      }

      summary {
        width: 100%;
      }
    }
  `,
})
export class ActButtons<Button extends ActButton> {
  readonly buttons = input.required<readonly Button[]>();
  readonly pending = input(false);
  /** In a narrow panel. */
  readonly dense = input(false);
  /** Why the act pressed last did not happen. */
  readonly problem = input<Problem | null>(null);
  readonly pressed = output<Button>();
  readonly reread = output();
  private readonly last = signal('');
  protected readonly failed = computed(() =>
    this.last() === '' ? 'Ce n’est pas enregistré' : french(`« ${this.last()} » n’est pas enregistré`),
  );
  protected readonly daily = computed(() => this.buttons().filter(({ rare }) => !rare));
  protected readonly rare = computed(() => this.buttons().filter(({ rare }) => rare));

  protected press(button: Button): void {
    this.last.set(button.label);
    this.pressed.emit(button);
  }
}
