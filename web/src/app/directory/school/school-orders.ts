import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderStateCount, SchoolPage } from '@parc/api-client';
import { ORDER_STATES, ORDER_VIEWS } from '@parc/domain';
import { counted, Icon, StateChip, wholeNumber } from '@parc/ui';

/** How many orders the school has in each state, each number leading to their list. */
@Component({
  selector: 'parc-school-orders',
  imports: [Icon, RouterLink, StateChip],
  template: `
    <section class="card" aria-labelledby="school-orders">
      <h2 id="school-orders">{{ title() }}</h2>
      @if (orders().length === 0) {
        <p class="muted">Les commandes de l’école apparaissent ici dès la première.</p>
      }
      <ul>
        @for (line of lines(); track line.state) {
          <li>
            @if (linked()) {
              <a class="line" [routerLink]="'/commandes'" [queryParams]="line.address">
                <parc-state-chip [state]="line.words" />
                <strong>{{ line.count }}</strong><span class="visually-hidden">{{ line.noun }}</span>
                <parc-icon name="chevron-right" [size]="16" />
              </a>
            } @else {
              <span class="line">
                <parc-state-chip [state]="line.words" />
                <strong>{{ line.count }}</strong>
              </span>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
      gap: 0 1rem;
      margin-inline: -0.5rem;
    }

    .line {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      min-height: var(--control-height);
      padding-inline: 0.5rem;
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
    }

    a.line:hover {
      background: var(--sunken);
    }

    strong {
      margin-left: auto;
    }

    parc-icon {
      color: var(--muted);
    }
  `,
})
export class SchoolOrders {
  readonly orders = input.required<readonly OrderStateCount[]>();
  readonly school = input.required<SchoolPage>();
  /** The reader's lists hold this school alone. */
  readonly own = input(false);
  /** The reader may open the orders, not only count them. */
  readonly linked = input(false);

  protected readonly title = computed(() => {
    const total = this.orders().reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? 'Aucune commande' : counted(total, 'commande');
  });
  protected readonly lines = computed(() =>
    this.orders().map(({ state, count }) => ({
      state,
      words: ORDER_STATES[state],
      count: wholeNumber(count),
      noun: count < 2 ? 'commande' : 'commandes',
      address: { vue: ORDER_VIEWS.all.slug, etat: state, recherche: this.own() ? null : this.school().uai },
    })),
  );
}
