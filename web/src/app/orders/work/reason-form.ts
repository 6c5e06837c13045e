import { Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Control, Field, Notice } from '@parc/ui';
import type { Problem } from '../../shell/problem';

/** One written reason and the act that needs it. */
@Component({
  selector: 'parc-reason-form',
  imports: [Control, Field, Notice],
  template: `
    <form novalidate (submit)="submit($event)">
      <parc-field
        [label]="label()"
        help="L’école et la métropole le lisent dans le fil."
        [controlId]="controlId()"
        [error]="error()"
      >
        <textarea #box parcControl maxlength="1000" [value]="reason()" (input)="reason.set(box.value)"></textarea>
      </parc-field>
      @if (problem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
      <button type="submit" class="button button-wide" [attr.aria-disabled]="pending()">{{ submitLabel() }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
    }

    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class ReasonForm {
  readonly label = input.required<string>();
  readonly submitLabel = input.required<string>();
  readonly controlId = input.required<string>();
  readonly pending = input(false);
  readonly problem = input<Problem | null>(null);
  readonly given = output<string>();

  protected readonly reason = signal('');
  protected readonly error = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  protected submit(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    this.error.set(reason === '' ? 'Dites pourquoi.' : '');
    if (reason === '') this.box().nativeElement.focus();
    else this.given.emit(reason);
  }
}
