import { Component, computed, inject } from '@angular/core';
import { Api, upkeepChecksList } from '@parc/api-client';
import { countedRows } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { checksViewed } from '../upkeep-words';

/** On the manager's desk: checks past their day; nothing where none is. */
@Component({
  selector: 'parc-late-checks-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="late-checks">
        <h2 id="late-checks">Entretien</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class LateChecksCard {
  private readonly api = inject(Api);
  private readonly late = reading({ load: () => this.api.invoke(upkeepChecksList, { late: true, size: 1 }) });
  protected readonly lines = computed(() => {
    const total = this.late.value()?.total ?? 0;
    if (total === 0) return [];
    const title = countedRows(total, 'contrôle en retard', 'contrôles en retard');
    return [
      { address: '/entretien/controles', query: checksViewed('en-retard'), title, detail: 'Leur jour est passé' },
    ];
  });
}
