import { Component, computed, input } from '@angular/core';
import { type Alert, type Use, usePercent, useWords } from './contract-words';

/**
 * What orders count against a contract's maximum, net of VAT, and the threshold from which it alerts. The words say
 * everything: the drawing is hidden from screen readers.
 */
@Component({
  selector: 'parc-use-bar',
  template: `
    <span class="track" [class.alerting]="alerting()" aria-hidden="true">
      <span class="filled" [style.width.%]="percent()"></span>
      @if (threshold() !== null) {
        <span class="threshold" [style.left.%]="threshold()"></span>
      }
    </span>
    <span class="words">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      min-width: 9rem;
    }

    .track {
      position: relative;
      display: block;
      height: 0.875rem;
      overflow: hidden;
      border: 1px solid var(--edge);
      border-radius: 6px;
      background: var(--surface);
    }

    .filled {
      display: block;
      height: 100%;
      background: var(--primary);
    }

    /* Past the threshold the bar is hatched too: two greys printed still tell it. */
    .alerting .filled {
      background: repeating-linear-gradient(45deg, var(--chart-2) 0 4px, var(--surface) 4px 6px);
    }

    .threshold {
      position: absolute;
      top: 0;
      bottom: 0;
      width: 2px;
      background: var(--ink);
    }

    .words {
      font-size: var(--text-14);
      white-space: normal;
    }
  `,
})
export class UseBar {
  readonly use = input.required<Use>();
  readonly alert = input<Alert | null>(null);

  protected readonly percent = computed(() => usePercent(this.use()));
  protected readonly words = computed(() => useWords(this.use()));
  protected readonly threshold = computed(() => {
    const { alertBasisPoints } = this.use();
    return alertBasisPoints === null ? null : Math.min(100, alertBasisPoints / 100);
  });
  protected readonly alerting = computed(() => this.alert() === 'near' || this.alert() === 'full');
}
