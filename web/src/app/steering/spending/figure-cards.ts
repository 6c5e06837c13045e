import { Component, input } from '@angular/core';
import { StateChip } from '@parc/ui';
import type { Figure } from './spending-words';

/** Figures side by side: the number, its unit, and what it counts. */
@Component({
  selector: 'parc-figure-cards',
  imports: [StateChip],
  template: `
    <ul>
      @for (figure of figures(); track figure.id) {
        <li class="card">
          <div class="head">
            <h2>{{ figure.label }}</h2>
            @if (figure.state; as state) {
              <parc-state-chip [state]="state" />
            }
          </div>
          <p class="value">
            {{ figure.value }}<span class="unit">{{ figure.unit }}</span>
          </p>
          <p class="muted small">{{ figure.counts }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
      gap: 1rem;
    }

    /* Titles, numbers and what they count stand on common lines whatever their length. */
    li {
      display: grid;
      grid-row: span 3;
      grid-template-rows: subgrid;
      row-gap: 0;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 0.25rem 0.75rem;
    }

    h2 {
      font-size: var(--text-16);
    }

    .value {
      padding-top: 0.5rem;
      font-size: var(--text-40);
      font-weight: var(--weight-title);
      line-height: 1.15;
    }

    .unit {
      margin-left: 0.375rem;
      font-size: var(--text-18);
      font-weight: var(--weight-strong);
    }
  `,
})
export class FigureCards {
  readonly figures = input.required<readonly Figure[]>();
}
