import { Component, computed, input } from '@angular/core';
import type { AllocationAnswer } from '@parc/api-client';
import { counted, MoneyPipe } from '@parc/ui';
import { histogramBars } from './allocation-words';

const WIDTH = 320;
const BASE_LINE = 116;
const HIGHEST = 90;
/** With more bars than this, every third has a label under the axis. */
const ALL_LABELLED = 6;

/** How many schools get how much. */
@Component({
  selector: 'parc-amount-histogram',
  imports: [MoneyPipe],
  template: `
    <div class="head">
      <h2>Écoles par montant, en €</h2>
      @if (answer().medianCents; as median) {
        <p class="muted small">médiane {{ median | money: 'short' }}</p>
      }
    </div>
    <svg viewBox="0 0 320 138" role="img" [attr.aria-label]="sentence()">
      @for (bar of bars(); track bar.label) {
        <rect [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.length" />
        @if (bar.count > 0) {
          <text class="count" [attr.x]="bar.middle" [attr.y]="bar.y - 4" text-anchor="middle">{{ bar.count }}</text>
        }
        @if (bar.axis) {
          <text class="axis" [attr.x]="bar.axisX" y="133" [attr.text-anchor]="bar.anchor">{{ bar.from }}</text>
        }
      }
      <line x1="0" [attr.x2]="320" [attr.y1]="116" [attr.y2]="116" />
    </svg>
  `,
  styles: `
    .head {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 1rem;
      margin-bottom: 0.5rem;
    }

    h2 {
      font-size: var(--text-14);
    }

    svg {
      display: block;
      width: 100%;
    }

    rect {
      fill: var(--map-4);
    }

    line {
      stroke: var(--edge);
    }

    text {
      fill: var(--ink);
      font-size: 13px;
    }

    .axis {
      fill: var(--muted);
    }
  `,
})
export class AmountHistogram {
  readonly answer = input.required<AllocationAnswer>();

  protected readonly bars = computed(() => {
    const bars = histogramBars(this.answer());
    const step = WIDTH / Math.max(bars.length, 1);
    return bars.map((bar, index) => {
      const last = index === bars.length - 1 && bars.length > 1;
      const length = bar.height * HIGHEST;
      return {
        ...bar,
        x: index * step + 1,
        width: step - 2,
        middle: (index + 0.5) * step,
        y: BASE_LINE - length,
        length,
        axis: last || bars.length <= ALL_LABELLED || (index % 3 === 0 && index < bars.length - 2),
        axisX: last ? WIDTH : index * step + 1,
        anchor: last ? 'end' : 'start',
      };
    });
  });
  /** The drawing as a sentence for a screen reader. */
  protected readonly sentence = computed(() =>
    histogramBars(this.answer())
      .filter(({ count }) => count > 0)
      .map(({ count, label }) => `${counted(count, 'école')} ${label}`)
      .join(', '),
  );
}
