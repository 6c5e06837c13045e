import { Component, computed, inject } from '@angular/core';
import { Api, ticketChargesList, ticketsCounts } from '@parc/api-client';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { queueLines } from './queue-lines';

/** On the manager's desk: what falls due today, what waits, what no budget has taken. */
@Component({
  selector: 'parc-queue-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="queue">
        <h2 id="queue">Les pannes</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class QueueCard {
  private readonly api = inject(Api);
  private readonly read = reading({
    load: async () => {
      const [counts, due] = await Promise.all([
        this.api.invoke(ticketsCounts),
        this.api.invoke(ticketChargesList, { size: 1 }),
      ]);
      return { counts, due: due.total };
    },
  });
  protected readonly lines = computed(() => {
    const read = this.read.value();
    return read === null ? [] : queueLines(read.counts, read.due);
  });
}
