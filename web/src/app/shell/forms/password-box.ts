import { Component, ElementRef, input, model, signal, viewChild } from '@angular/core';
import { Control, Field } from '@parc/ui/first-page';

/** A field for what is secret, which its owner may look at: no second typing is asked. */
@Component({
  selector: 'parc-password-box',
  imports: [Control, Field],
  template: `
    <parc-field [label]="label()" [controlId]="controlId()" [help]="help()" [error]="error()">
      <div class="password">
        <input
          #box
          parcControl
          required
          maxlength="200"
          autocapitalize="off"
          spellcheck="false"
          [name]="controlId()"
          [type]="shown() ? 'text' : 'password'"
          [attr.autocomplete]="autocomplete()"
          [attr.inputmode]="digits() ? 'numeric' : null"
          [value]="value()"
          (input)="value.set(box.value)"
        />
        <button type="button" class="button-as-link" [attr.aria-controls]="controlId()" (click)="shown.set(!shown())">
          {{ shown() ? 'Masquer' : 'Afficher' }}<span class="visually-hidden"> : {{ label() }}</span>
        </button>
      </div>
      @if (advice() && !error()) {
        <p class="muted small">{{ advice() }}</p>
      }
    </parc-field>
  `,
  styles: `
    :host {
      display: block;
    }

    .password {
      position: relative;
    }

    input {
      padding-right: 6rem;
    }

    button {
      position: absolute;
      top: 0;
      right: 0.875rem;
      bottom: 0;
      min-height: 1.5rem;
      font-size: var(--text-14);
    }
  `,
})
export class PasswordBox {
  readonly label = input.required<string>();
  readonly controlId = input.required<string>();
  readonly help = input('');
  readonly error = input('');
  /** What is still missing, while one types. */
  readonly advice = input('');
  readonly autocomplete = input<'current-password' | 'new-password' | 'off'>('current-password');
  /** A code of digits: the phone shows its figures. */
  readonly digits = input(false);
  readonly value = model.required<string>();

  protected readonly shown = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }
}
