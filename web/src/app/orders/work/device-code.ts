import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { Control, Field } from '@parc/ui';

/**
 * Where a device is named: its label or serial number, typed, or sent by a reader that types and ends by Entrée. Whatever
 * else reads codes (a camera) emits `named` here, so that every picker of a device has it.
 */
@Component({
  selector: 'parc-device-code',
  imports: [Control, Field],
  template: `
    <parc-field [label]="label()" [controlId]="controlId()" [help]="help()" [error]="error()">
      <div class="row">
        <input
          #code
          parcControl
          maxlength="100"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="done"
          [attr.aria-busy]="pending()"
          (keydown.enter)="name($event)"
        />
        <button type="button" class="button" [attr.aria-disabled]="pending()" (click)="name($event)">Ajouter</button>
      </div>
    </parc-field>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5rem;
    }
  `,
})
export class DeviceCode {
  readonly label = input('Étiquette ou numéro de série');
  readonly controlId = input.required<string>();
  readonly help = input('');
  readonly error = input('');
  readonly pending = input(false);
  readonly named = output<string>();
  private readonly code = viewChild.required<ElementRef<HTMLInputElement>>('code');

  /** The field is free for the next one at once: a reader does not wait. */
  protected name(event: Event): void {
    event.preventDefault();
    const { nativeElement } = this.code();
    const code = nativeElement.value.trim();
    if (code === '') return nativeElement.focus();
    nativeElement.value = '';
    nativeElement.focus();
    this.named.emit(code);
  }
}
