import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderStateCount, SchoolPage } from '@parc/api-client';
import { ORDER_STATE_WORDS } from '@parc/domain';
import { counted, StateChip, wholeNumber } from '@parc/ui';

/** How many orders the school has in each state, each number leading to their list. */
@Component({
  selector: 'parc-school-orders',
  imports: [RouterLink, StateChip],
  template: `
    <section class="card" aria-labelledby="school-orders">
      <h2 id="school-orders">{{ title() }}</h2>
      @if (orders().length === 0) {
        <p class="muted">Les commandes de l’école apparaissent ici dès la première.</p>
      }
      <ul>
        @for (line of lines(); track line.state) {
          <li>
            <parc-state-chip [tone]="line.words.tone" [word]="line.words.word" />
            @if (linked()) {
              <a [routerLink]="'/commandes'" [queryParams]="line.address" [attr.aria-label]="line.name">{{
                line.count
              }}</a>
            } @else {
              <strong>{{ line.count }}</strong>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
    }

    li {
      display: flex;
      align-items: center;
      gap: 0.25rem;
    }

    a,
    strong {
      display: inline-grid;
      place-items: center;
      min-width: var(--control-height);
      min-height: var(--control-height);
      font-weight: var(--weight-strong);
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
      words: ORDER_STATE_WORDS[state],
      count: wholeNumber(count),
      name: `${ORDER_STATE_WORDS[state].word} : ${counted(count, 'commande')}`,
      address: { vue: 'toutes', etat: state, recherche: this.own() ? null : this.school().uai },
    })),
  );
}
