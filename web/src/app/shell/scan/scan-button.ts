import { Component, input, output, signal } from '@angular/core';
import { Icon } from '@parc/ui';
import type { Scan, ScanAnswer } from './scan';
import { Scanner } from './scanner';

/** The camera beside a field that takes a code: opened by its button, it stays open for the next code until it is closed. */
@Component({
  selector: 'parc-scan-button',
  imports: [Icon, Scanner],
  template: `
    <button type="button" class="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
      <parc-icon name="scan" [size]="18" /> {{ open() ? 'Fermer l’appareil photo' : label() }}
    </button>
    @if (open()) {
      <parc-scanner [atOnce]="true" [beside]="true" [answer]="answer()" (scanned)="scanned.emit($event)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 0.5rem;
    }

    parc-scanner {
      width: 100%;
    }
  `,
})
export class ScanButton {
  readonly label = input('Lire une étiquette');
  readonly answer = input<ScanAnswer | null>(null);
  readonly scanned = output<Scan>();

  protected readonly open = signal(false);
}
