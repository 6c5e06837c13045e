import { Component, input } from '@angular/core';
import { Icon, money, MoneyPipe } from '@parc/ui';
import type { ReportCost } from './report-draft';

/** The real cost, line by line, against what is committed. Nothing of the school's other money. */
@Component({
  selector: 'parc-report-cost-card',
  imports: [Icon, MoneyPipe],
  template: `
    <div class="box">
      <table>
        <caption class="visually-hidden">
          Coût réel
        </caption>
        <tbody>
          @for (row of cost().rows; track $index) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              <td>{{ row.amountCents | money }}</td>
            </tr>
          }
        </tbody>
        <tbody class="totals">
          <tr class="total">
            <th scope="row">Fait, taxes comprises</th>
            <td>{{ cost().totalCents | money }}</td>
          </tr>
          <tr class="muted">
            <th scope="row">Engagé à la commande</th>
            <td>{{ cost().committedCents | money }}</td>
          </tr>
        </tbody>
      </table>
      <div class="verdict" [class.above]="cost().aboveCents > 0" role="status">
        @if (cost().aboveCents > 0) {
          <parc-icon name="warning" />
          <div>
            <strong>{{ words(cost().aboveCents) }} de plus que l’engagé</strong>
            <p>La gestion du plan engage un complément. Tant qu’elle ne l’a pas fait, ni service fait ni paiement.</p>
          </div>
        } @else {
          <parc-icon name="check" />
          <p>
            {{ cost().totalCents === cost().committedCents ? 'Conforme au montant engagé' : 'Dans le montant engagé' }}
          </p>
        }
      </div>
    </div>
  `,
  styles: `
    .box {
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    table {
      width: calc(100% - 2rem);
      margin: 0.75rem 1rem;
      border-collapse: collapse;
    }

    th,
    td {
      padding: 0.25rem 0;
      vertical-align: top;
      font-weight: 400;
      text-align: start;
    }

    th {
      overflow-wrap: anywhere;
    }

    td {
      padding-left: 1rem;
      text-align: end;
      white-space: nowrap;
    }

    .totals tr:first-child > * {
      padding-top: 0.75rem;
    }

    .totals::before {
      display: block;
      height: 0.5rem;
      content: '';
    }

    .total > * {
      border-top: 1px solid var(--edge);
      font-weight: var(--weight-title);
    }

    .verdict {
      display: flex;
      gap: 0.75rem;
      padding: 0.75rem 1rem;
      border-top: 1px solid var(--line);
      background: var(--done);
      color: var(--on-done);
    }

    .verdict.above {
      background: var(--waiting);
      color: var(--on-waiting);
    }

    .above p {
      color: var(--ink);
    }
  `,
})
export class ReportCostCard {
  readonly cost = input.required<ReportCost>();
  protected readonly words = money;
}
