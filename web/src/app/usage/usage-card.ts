import { Component, computed, inject } from '@angular/core';
import { Api, coverageRead } from '@parc/api-client';
import { counted } from '@parc/ui';
import { LinkLines, type LinkLine } from '../shell/homes/link-lines';
import { reading } from '../shell/reading';
import { coverageTitle } from './usage-words';

/** On the manager's desk: how much of the fleet is measured, and what of it waits for them. */
@Component({
  selector: 'parc-usage-card',
  imports: [LinkLines],
  template: `
    @if (coverage.value()) {
      <section class="card" aria-labelledby="usage">
        <h2 id="usage">Usages</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class UsageCard {
  private readonly api = inject(Api);
  protected readonly coverage = reading({ load: () => this.api.invoke(coverageRead) });
  protected readonly lines = computed((): LinkLine[] => {
    const coverage = this.coverage.value();
    if (coverage === null) return [];
    const refused = coverage.refused.reduce((sum, { count }) => sum + count, 0);
    const waits =
      coverage.waiting > 0 ? `${counted(coverage.waiting, 'fichier attend', 'fichiers attendent')} votre décision` : '';
    const seen =
      refused > 0
        ? `${counted(refused, 'ligne refusée', 'lignes refusées')} cette semaine`
        : 'rien à voir cette semaine';
    return [{ title: coverageTitle(coverage), detail: waits || seen, address: '/pilotage/usages' }];
  });
}
