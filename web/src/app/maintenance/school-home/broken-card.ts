import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, ticketsList } from '@parc/api-client';
import { Icon, StateChip } from '@parc/ui';
import { reading } from '../../shell/reading';
import { brokenTitle, ticketState, ticketTitle } from '../../tickets/ticket-words';

/** On a school's first page: what is broken, and who comes when. */
@Component({
  selector: 'parc-broken-card',
  imports: [Icon, RouterLink, StateChip],
  template: `
    @if (tickets.value(); as page) {
      <section class="card" aria-labelledby="broken">
        <div class="head">
          <h2 id="broken">{{ title(page.total) }}</h2>
          <a routerLink="/tickets">Toutes les pannes</a>
        </div>
        <ul>
          @for (ticket of page.items; track ticket.id) {
            @let words = state(ticket);
            <li>
              <a [routerLink]="['/tickets', ticket.id]">{{ titleOf(ticket) }}</a>
              <parc-state-chip [state]="words" />
            </li>
          }
        </ul>
        <a class="button" routerLink="/tickets/signaler"><parc-icon name="wrench" [size]="18" /> Signaler une panne</a>
      </section>
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }

    .head,
    ul {
      width: 100%;
    }

    ul:empty {
      display: none;
    }

    .head,
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1rem;
    }

    li {
      padding-block: 0.5rem;
    }
  `,
})
export class BrokenCard {
  private readonly api = inject(Api);
  protected readonly tickets = reading({
    load: () => this.api.invoke(ticketsList, { open: true, size: 4 }),
  });
  protected readonly title = brokenTitle;
  protected readonly titleOf = ticketTitle;
  protected readonly state = ticketState;
}
