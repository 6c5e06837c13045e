import { Component, computed, input } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { MoneyPipe, NARROW_SPACE } from '@parc/ui';
import { amountsOf, orderTotals, quantityKind, quantityOf } from './order-amounts';

/** The lines net of tax, then tax by rate, then what the budget sees. Quantities are those of the order's state. */
@Component({
  selector: 'parc-order-lines-table',
  imports: [MoneyPipe],
  template: `
    <table>
      <caption class="visually-hidden">
        Lignes de la commande
      </caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col" class="number">Qté</th>
          @if (totals()) {
            <th scope="col" class="number">PU HT</th>
            <th scope="col" class="number">TVA</th>
            <th scope="col" class="number">Total HT</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.line.id) {
          <tr>
            <td>
              {{ row.line.itemName }}
              @if (row.note) {
                <span class="muted note">{{ row.note }}</span>
              }
            </td>
            <td class="number">
              {{ row.quantity }}
              @if (row.asked !== null) {
                <span class="muted note">sur {{ row.asked }}</span>
              }
            </td>
            @if (row.amounts; as amounts) {
              <td class="number">{{ row.line.unitNetCents! | money: 'bare' }}</td>
              <td class="number">{{ rate(row.line.vatBasisPoints!) }}</td>
              <td class="number">{{ amounts.netCents | money: 'bare' }}</td>
            }
          </tr>
        }
      </tbody>
      @if (totals(); as totals) {
        <tfoot>
          <tr class="muted">
            <th scope="row" colspan="4">Total HT</th>
            <td class="number">{{ totals.netCents | money: 'bare' }}</td>
          </tr>
          @for (vat of totals.vat; track vat.basisPoints) {
            <tr class="muted">
              <th scope="row" colspan="4">TVA {{ rate(vat.basisPoints) }}</th>
              <td class="number">{{ vat.amountCents | money: 'bare' }}</td>
            </tr>
          }
          <tr class="whole">
            <th scope="row" colspan="4">Total TTC</th>
            <td class="number">{{ totals.totalCents | money }}</td>
          </tr>
        </tfoot>
      }
    </table>
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--text-14);
    }

    thead th {
      padding: 0.25rem 0 0.25rem 0.5rem;
      border-bottom: 1px solid var(--edge);
      color: var(--muted);
      font-weight: var(--weight-strong);
      text-align: start;
      white-space: nowrap;
    }

    td {
      padding: 0.375rem 0 0.375rem 0.5rem;
      border-bottom: 1px solid var(--line);
      vertical-align: top;
    }

    thead th:first-child,
    tfoot th,
    td:first-child {
      padding-left: 0;
    }

    thead .number,
    .number {
      text-align: end;
      white-space: nowrap;
    }

    tfoot th,
    tfoot td {
      padding-block: 0.125rem;
      border: 0;
      font-weight: 400;
      text-align: start;
    }

    tfoot td {
      text-align: end;
    }

    tfoot tr:first-child > * {
      padding-top: 0.5rem;
    }

    tfoot .whole > * {
      font-size: var(--text-16);
      font-weight: var(--weight-title);
    }

    .note {
      display: block;
      font-size: var(--text-13);
    }
  `,
})
export class OrderLinesTable {
  readonly page = input.required<OrderPage>();

  private readonly kind = computed(() => quantityKind(this.page().state));
  protected readonly totals = computed(() => orderTotals(this.page().lines, this.kind()));
  protected readonly rows = computed(() =>
    this.page().lines.map((line) => {
      const quantity = quantityOf(line, this.kind());
      const expected =
        this.kind() === 'done' && line.quantityApproved !== null ? line.quantityApproved : line.quantityAsked;
      const reason = this.kind() === 'done' ? line.lessReason : line.decisionReason;
      const note = [line.roomName, line.extra ? 'en plus de la commande' : null, reason].filter(Boolean).join(' · ');
      return {
        line,
        quantity,
        note,
        asked: !line.extra && quantity < expected ? expected : null,
        amounts: amountsOf(line, quantity),
      };
    }),
  );

  protected rate(basisPoints: number): string {
    return `${String(basisPoints / 100).replace('.', ',')}${NARROW_SPACE}%`;
  }
}
