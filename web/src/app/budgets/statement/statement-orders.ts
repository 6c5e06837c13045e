import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DayPipe, MoneyPipe } from '@parc/ui';
import { type OrderInStatement, totalGivenBackCents } from './order-in-statement';

/** The same movements, added up order by order. */
@Component({
  selector: 'parc-statement-orders',
  imports: [DayPipe, MoneyPipe, RouterLink],
  template: `
    <ul>
      @for (order of orders(); track order.orderId) {
        <li [class.followed]="order.orderId === followed()">
          <div class="head">
            <span>
              <a
                [routerLink]="[]"
                [queryParams]="{ commande: order.orderId }"
                queryParamsHandling="merge"
                [attr.aria-label]="'Suivre ' + order.number"
                >{{ order.number }}</a
              >
              {{ order.title }}
            </span>
            <span class="muted small">demandée le {{ order.firstDay | day }}</span>
          </div>
          <dl class="small">
            <div>
              <dt>Retenu</dt>
              <dd>{{ order.takenCents | money }}</dd>
            </div>
            <div>
              <dt>Dépensé</dt>
              <dd>{{ order.spentCents | money }}</dd>
            </div>
            <div>
              <dt>Rendu</dt>
              <dd>{{ givenBack(order) | money }}</dd>
            </div>
            @if (order.heldCents; as held) {
              <div>
                <dt>Encore retenu</dt>
                <dd>{{ held | money }}</dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      padding: 0.75rem 1rem;
      border-bottom: 1px solid var(--line);
    }

    li:last-child {
      border-bottom: 0;
    }

    .followed {
      background: var(--soft);
      box-shadow: inset 4px 0 0 var(--primary);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
    }

    .head a {
      margin-right: 0.25rem;
    }

    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25rem;
    }

    dl div {
      display: flex;
      gap: 0.375rem;
    }

    dt {
      color: var(--muted);
    }

    dd {
      font-weight: var(--weight-strong);
    }

    .followed dt,
    .followed .muted {
      color: var(--ink);
    }
  `,
})
export class StatementOrders {
  readonly orders = input.required<readonly OrderInStatement[]>();
  readonly followed = input<string | null>(null);
  protected readonly givenBack = totalGivenBackCents;
}
