import { Component, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { Icon } from '../icon/icon.js';

export interface FieldError {
  /** The `controlId` of the field, where the link leads. */
  readonly controlId: string;
  readonly message: string;
}

/** What is wrong in a form, gathered on top; takes the focus each time the form is refused. */
@Component({
  selector: 'parc-error-summary',
  imports: [Icon],
  template: `
    @if (errors().length > 0) {
      <section #summary tabindex="-1" aria-labelledby="parc-error-summary-title">
        <h2 id="parc-error-summary-title">
          <parc-icon name="warning" />
          {{ errors().length === 1 ? 'Un point à corriger' : errors().length + ' points à corriger' }}
        </h2>
        <ul>
          @for (error of errors(); track error.controlId) {
            <li>
              <a [href]="'#' + error.controlId" (click)="goTo(error, $event)">{{ error.message }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    /* Without errors it takes no place, nor the gap beside it. */
    :host {
      display: contents;
    }

    section {
      padding: 1rem 1.25rem;
      border: 1px solid var(--on-trouble);
      border-radius: var(--radius-card);
      background: var(--trouble);
      color: var(--on-trouble);
    }

    h2 {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      font-size: var(--text-16);
    }

    ul {
      display: grid;
      gap: 0.25rem;
      margin-top: 0.5rem;
      padding-left: 1.75rem;
    }

    a {
      color: inherit;
    }
  `,
})
export class ErrorSummary {
  readonly errors = input.required<readonly FieldError[]>();
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    effect(() => {
      // A new list is a new refusal: the focus comes back even when the same points remain.
      if (this.errors().length > 0) this.summary()?.nativeElement.focus();
    });
  }

  protected goTo(error: FieldError, event: Event): void {
    event.preventDefault();
    this.host.nativeElement.ownerDocument.getElementById(error.controlId)?.focus();
  }
}
