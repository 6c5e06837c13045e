import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, remediesOfTicket } from '@parc/api-client';
import { remedySteps, TICKET_STATES, TICKETS_RESOLVED, type TicketState } from '@parc/domain';
import { Icon } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';

/** Beside a ticket, for whoever repairs: what helped on the same before; once it is resolved, the way to teach the next one. */
@Component({
  selector: 'parc-remedy-card',
  imports: [Icon, RouterLink],
  template: `
    @if (reads() && items().length > 0) {
      <section class="card" aria-labelledby="remedies">
        <h2 id="remedies">Déjà réglé ainsi</h2>
        @for (one of items(); track one.id) {
          <details>
            <summary>{{ one.title }}</summary>
            <ol>
              @for (step of steps(one.steps); track $index) {
                <li>{{ step }}</li>
              }
            </ol>
            @if (one.inside) {
              <p class="small"><strong>Entre techniciens :</strong> {{ one.inside }}</p>
            }
            <a class="small" [routerLink]="['/remedes', one.id]">Ouvrir le remède</a>
          </details>
        }
      </section>
    }
    @if (teaches()) {
      <p>
        <a class="button" routerLink="/remedes/nouveau" [queryParams]="{ ticket: ticketId() }">
          <parc-icon name="bulb" [size]="18" /> En faire un remède…
        </a>
      </p>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    .card,
    details > * + * {
      display: grid;
      gap: 0.5rem;
    }

    summary {
      padding-block: 0.5rem;
    }

    ol {
      display: grid;
      gap: 0.375rem;
      padding-inline-start: 1.5rem;
      list-style: decimal;
    }
  `,
})
export class RemedyCard {
  readonly ticketId = input.required<string>();
  /** Left out where it is being repaired. */
  readonly state = input<TicketState | null>(null);

  private readonly api = inject(Api);
  protected readonly reads = may('remedies.read');
  private readonly writes = may('remedies.write');
  private readonly isOpen = computed(() => {
    const state = this.state();
    return state === null || TICKET_STATES[state].open;
  });
  protected readonly teaches = computed(() => {
    const state = this.state();
    return this.writes() && state !== null && TICKETS_RESOLVED.includes(state);
  });
  private readonly found = reading({
    asked: () => (this.reads() && this.isOpen() ? { id: this.ticketId() } : undefined),
    load: async (asked) => (await this.api.invoke(remediesOfTicket, asked)).items,
  });
  protected readonly items = computed(() => this.found.value() ?? []);
  protected readonly steps = remedySteps;
}
