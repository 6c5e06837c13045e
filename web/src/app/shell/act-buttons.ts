import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { Icon } from '@parc/ui';

export interface ActButton {
  /** The act; three dots at its end say that a form opens. */
  readonly label: string;
  readonly look: 'primary' | 'plain' | 'trouble';
  /** Done now and then: behind one word, so that what is done every day stands alone. */
  readonly rare?: boolean;
}

/** What a reader may do with an object now, the primary act first, what refuses last. */
@Component({
  selector: 'parc-act-buttons',
  imports: [Icon, NgTemplateOutlet],
  template: `
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
        (click)="pressed.emit(button)"
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
  readonly pressed = output<Button>();
  protected readonly daily = computed(() => this.buttons().filter(({ rare }) => !rare));
  protected readonly rare = computed(() => this.buttons().filter(({ rare }) => rare));
}
