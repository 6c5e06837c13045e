import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { Control, Field } from '@parc/ui';
import type { Scan } from '../../shell/scan/scan';
import { ScanButton } from '../../shell/scan/scan-button';

/**
 * Where a device is named: its label or serial number, typed, sent by a reader that types and ends by Entrée, or read by the
 * camera.
 */
@Component({
  selector: 'parc-device-code',
  imports: [Control, Field, ScanButton],
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
    <parc-scan-button (scanned)="scan($event)" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.5rem;
    }

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

  /** A code that is in sight again was named already: its device may have been taken out since. */
  protected scan({ code }: Scan): void {
    this.named.emit(code);
  }

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
