import { Component, computed, inject } from '@angular/core';
import { Api, ordersTabs } from '@parc/api-client';
import { money } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { viewQuery, viewTitle } from '../list/order-views';

/** On the first page of those who follow the orders of several schools and decide about none: what goes on, and where. */
@Component({
  selector: 'parc-followed-orders-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card">
        <h2>Les commandes de vos écoles</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class FollowedOrdersCard {
  private readonly api = inject(Api);
  private readonly read = reading({ load: () => this.api.invoke(ordersTabs) });
  protected readonly lines = computed(() =>
    (this.read.value()?.tabs ?? []).map(({ view, count, amountCents }) => ({
      address: '/commandes',
      query: viewQuery(view),
      title: viewTitle(view, count, true),
      detail: amountCents === null || count === 0 ? '' : `${money(amountCents)} TTC`,
    })),
  );
}
