import { Component, computed, inject } from '@angular/core';
import { Api, visitsCounts } from '@parc/api-client';
import { counted, countedRows } from '@parc/ui';
import { reading } from '../../shell/reading';

/** For who reads no minutes: how often schools were visited, and nothing of who came. */
@Component({
  selector: 'parc-visit-counts-card',
  template: `
    @if (counts.value(); as read) {
      <section class="card" aria-labelledby="visit-counts">
        <h2 id="visit-counts">{{ title() }}</h2>
        <p>{{ about() }}</p>
        <p class="muted small">Ce mois-ci : {{ read.months.at(-1)?.visits ?? 0 }}.</p>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class VisitCountsCard {
  private readonly api = inject(Api);
  protected readonly counts = reading({ load: () => this.api.invoke(visitsCounts, {}) });
  protected readonly title = computed(() =>
    countedRows(this.counts.value()?.visits ?? 0, 'intervention en un an', 'interventions en un an'),
  );
  protected readonly about = computed(() => {
    const { schools = 0, done = 0 } = this.counts.value() ?? {};
    return `Dans ${counted(schools, 'école')}, ${counted(done, 'travail mené à bien', 'travaux menés à bien')}.`;
  });
}
