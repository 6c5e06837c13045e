import { Component, computed, input } from '@angular/core';
import type { SteeringOverview } from '@parc/api-client';
import { ORDER_STATES, ORDER_STATE_NAMES } from '@parc/domain';
import { MoneyPipe, StateChip, wholeNumber } from '@parc/ui';
import { FiguresBelow } from './figures-below';
import { ordersSentence } from './spending-words';

/** Orders of the year by state, in the order of their life; the bars start at zero and carry their count. */
@Component({
  selector: 'parc-order-states-chart',
  imports: [FiguresBelow, MoneyPipe, StateChip],
  template: `
    <h2>{{ sentence() }}</h2>
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.state) {
          <li>
            <parc-state-chip [state]="row" />
            <span class="bar" aria-hidden="true"><span [style.width.%]="row.lengthPercent"></span></span>
            <span class="words small"
              ><strong>{{ number(row.count) }}</strong></span
            >
          </li>
        }
      </ul>
      <parc-figures-below name="commandes-par-etat" [head]="['État', 'Commandes', 'Montant TTC €']" [rows]="cells()">
        <table class="lines-table small">
          <caption class="visually-hidden">
            {{
              sentence()
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">État</th>
              <th scope="col" class="number">Commandes</th>
              <th scope="col" class="number">Montant TTC</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.state) {
              <tr>
                <th scope="row">{{ row.word }}</th>
                <td class="number">{{ number(row.count) }}</td>
                <td class="number">{{ row.amountCents | money }}</td>
              </tr>
            }
          </tbody>
        </table>
      </parc-figures-below>
    }
  `,
  styles: `
    ul {
      margin-top: 0.75rem;
    }

    li {
      display: grid;
      grid-template-columns: 10.5rem minmax(0, 1fr) 3rem;
      align-items: center;
      gap: 0.75rem;
      padding: 0.25rem 0;
    }

    parc-state-chip {
      justify-self: start;
    }

    .bar {
      border-left: 1px solid var(--edge);
    }

    .bar > span {
      display: block;
      min-width: 2px;
      height: 0.875rem;
      border-radius: 0 4px 4px 0;
      background: var(--chart-1);
    }

    .words {
      text-align: end;
    }

    tbody th {
      border-bottom: 1px solid var(--line);
      color: inherit;
    }

    tbody tr:last-child th {
      border-bottom: 0;
    }
  `,
})
export class OrderStatesChart {
  readonly overview = input.required<SteeringOverview>();

  protected readonly sentence = computed(() => ordersSentence(this.overview()));
  protected readonly rows = computed(() => {
    const { orders } = this.overview();
    const most = Math.max(1, ...orders.map(({ count }) => count));
    return ORDER_STATE_NAMES.flatMap((state) => {
      const found = orders.find((each) => each.state === state);
      return found === undefined
        ? []
        : [{ ...found, ...ORDER_STATES[state], lengthPercent: (found.count * 100) / most }];
    });
  });
  protected readonly cells = computed(() =>
    this.rows().map(({ word, count, amountCents }) => [word, count, { cents: amountCents }]),
  );
  protected readonly number = wholeNumber;
}
