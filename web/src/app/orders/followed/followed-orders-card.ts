import { Component, computed, inject } from '@angular/core';
import { Api, type OrderTab, ordersTabs } from '@parc/api-client';
import { counted, money, StatePanel } from '@parc/ui';
import { HomeHead } from '../../shell/homes/home-head';
import { LinkLines } from '../../shell/homes/link-lines';
import { viewQuery, viewTitle } from '../list/order-views';
import { reading } from '../../shell/reading';
import { ProblemPanel } from '../../shell/problem-panel';
import { HomeCards } from '../../shell/homes/home-cards';

/** The first page of those who follow the orders of several schools and decide about none: what goes on, and where. */
@Component({
  selector: 'parc-scope-home',
  imports: [HomeCards, HomeHead, LinkLines, ProblemPanel, StatePanel],
  template: `
    <parc-home-head [title]="title()" />
    @if (failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="reload()" />
    } @else if (tabs() === null) {
      <parc-state-panel kind="loading" [rows]="3" />
    } @else {
      <div class="page-stack">
        <parc-home-cards place="above" />
        <parc-home-cards place="first" />
        <section class="card">
          <h2>Les commandes de vos écoles</h2>
          <parc-link-lines [lines]="lines()" />
        </section>
        <parc-home-cards place="second" />
      </div>
    }
  `,
})
export class ScopeHome {
  private readonly api = inject(Api);
  private readonly read = reading({ load: () => this.api.invoke(ordersTabs) });

  protected readonly tabs = computed<readonly OrderTab[] | null>(() => this.read.value()?.tabs ?? null);
  protected readonly failed = this.read.failed;
  protected readonly title = computed(() => {
    const underWay = this.tabs()?.find(({ view }) => view === 'under-way')?.count;
    if (underWay === undefined) return 'Bonjour';
    return underWay === 0
      ? 'Aucune commande en cours dans vos écoles'
      : `${counted(underWay, 'commande')} en cours dans vos écoles`;
  });
  protected readonly lines = computed(() =>
    (this.tabs() ?? []).map(({ view, count, amountCents }) => ({
      address: '/commandes',
      query: viewQuery(view),
      title: viewTitle(view, count, true),
      detail: amountCents === null || count === 0 ? '' : `${money(amountCents)} TTC`,
    })),
  );

  protected reload(): void {
    this.read.reload();
  }
}
