import { Component, computed, input } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { ORDERS, ORDERS_RESERVED } from '@parc/domain';
import { BudgetBar, MoneyPipe } from '@parc/ui';
import { type BudgetView, budgetChange } from './order-amounts';

const HELD_WORDS = { reserved: 'en attente', committed: 'engagé', spent: 'réalisé' } as const;

/** The school's envelope as it is, and as the expected decision leaves it. */
@Component({
  selector: 'parc-budget-before-after',
  imports: [BudgetBar, MoneyPipe],
  template: `
    @if (change(); as change) {
      <div class="head">
        <h3>Budget {{ kind() }} {{ page().budget!.year }} de l’école</h3>
        <span class="muted small">{{ change.before.figures.openedCents | money }} pour l’année</span>
      </div>
      <dl>
        @for (row of rows(); track row.word) {
          <div>
            <dt class="small muted">{{ row.word }}</dt>
            <dd class="bar">
              <parc-budget-bar
                size="small"
                legend="hidden"
                [label]="row.word + ', budget ' + kind() + ' de l’école'"
                [figures]="row.view.figures"
                [highlight]="row.view.highlight"
              />
            </dd>
            <dd class="left small">
              {{ row.what }} <strong>{{ row.amountCents | money }}</strong>
            </dd>
          </div>
        }
      </dl>
      <p class="small muted">{{ sentence() }}</p>
    }
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1rem;
    }

    dl {
      margin: 0.5rem 0;
    }

    dl > div {
      display: grid;
      grid-template-columns: 3.25rem minmax(4rem, 1fr) minmax(8.5rem, auto);
      align-items: center;
      gap: 0.75rem;
      padding: 0.1875rem 0;
    }

    .left {
      text-align: end;
      white-space: nowrap;
    }
  `,
})
export class BudgetBeforeAfter {
  readonly page = input.required<OrderPage>();

  protected readonly change = computed(() => budgetChange(this.page()));
  protected readonly kind = computed(() =>
    this.page().budget?.kind === 'maintenance' ? 'maintenance' : 'installation',
  );
  protected readonly rows = computed(() => {
    const change = this.change();
    if (change === null) return [];
    const left = (word: string, view: BudgetView) => ({ word, view, what: 'reste', amountCents: view.availableCents });
    if (change.after === null) return [left('Budget', change.before)];
    const { before, after } = change;
    // Where nothing more is taken, what the order already holds is worth more than the same rest said twice.
    const held =
      before.availableCents === after.availableCents && before.highlight !== null
        ? {
            word: 'Avant',
            view: before,
            what: HELD_WORDS[before.highlight.part],
            amountCents: before.highlight.amountCents,
          }
        : left('Avant', before);
    return [held, left('Après', after)];
  });
  /** The bar's parts in words; the drawn bars say the same to whoever sees them. */
  protected readonly sentence = computed(() => {
    const { state } = this.page();
    if (ORDERS_RESERVED.includes(state)) return 'Entouré : cette commande, réservée, puis engagée si vous l’approuvez.';
    if (ORDERS.statesFrom('certify').includes(state))
      return 'Entouré : cette commande, engagée, puis réalisée au service fait.';
    return 'Entouré : la part de cette commande.';
  });
}
