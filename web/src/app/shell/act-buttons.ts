import { Component, input, output } from '@angular/core';

export interface ActButton {
  /** The act; three dots at its end say that a form opens. */
  readonly label: string;
  readonly look: 'primary' | 'plain' | 'trouble';
}

/** What a reader may do with an object now, the primary act first, what refuses last. */
@Component({
  selector: 'parc-act-buttons',
  template: `
    @for (button of buttons(); track button.label) {
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
    }
    <ng-content />
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

    @media (max-width: 480px) {
      :host {
        display: grid;
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
}
