import { Component, computed, inject } from '@angular/core';
import { Api, ticketsList } from '@parc/api-client';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { followedLines } from './queue-lines';

/** On the first page of who answers for several schools: what is broken there, and what waits for the commune. */
@Component({
  selector: 'parc-followed-tickets-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="followed-tickets">
        <h2 id="followed-tickets">Les pannes de vos écoles</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
  styles: `
    section {
      max-width: 44rem;
    }
  `,
})
export class FollowedTicketsCard {
  private readonly api = inject(Api);
  private readonly read = reading({
    load: async () => {
      const [broken, waiting] = await Promise.all([
        this.api.invoke(ticketsList, { open: true, size: 1 }),
        this.api.invoke(ticketsList, { open: true, waitFor: 'commune', size: 1 }),
      ]);
      return followedLines(broken.total, waiting.total);
    },
  });
  protected readonly lines = computed(() => this.read.value() ?? []);
}
