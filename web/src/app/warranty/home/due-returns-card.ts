import { Component, computed, inject } from '@angular/core';
import { Api, warrantyReturnsList } from '@parc/api-client';
import { countedRows } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { returnsViewed } from '../return-words';

/** On the first page of those who follow returns: makers to ask; nothing where none is. */
@Component({
  selector: 'parc-due-returns-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="due-returns">
        <h2 id="due-returns">Chez les constructeurs</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class DueReturnsCard {
  private readonly api = inject(Api);
  private readonly due = reading({ load: () => this.api.invoke(warrantyReturnsList, { due: true, size: 1 }) });
  protected readonly lines = computed(() => {
    const total = this.due.value()?.total ?? 0;
    if (total === 0) return [];
    const title = countedRows(total, 'retour en garantie à relancer', 'retours en garantie à relancer');
    return [
      { address: '/retours', query: returnsViewed('a-relancer'), title, detail: 'Leur jour de relance est venu' },
    ];
  });
}
