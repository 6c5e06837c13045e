import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, visitsList } from '@parc/api-client';
import { day, Icon } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';

/** On the page of a ticket or an order: during which visits it was worked on. */
@Component({
  selector: 'parc-visits-during',
  imports: [Icon, RouterLink],
  template: `
    @if (rows().length > 0) {
      <ul class="card" aria-label="Interventions">
        @for (visit of rows(); track visit.id) {
          <li>
            <parc-icon name="document" [size]="18" />
            <a [routerLink]="['/interventions', visit.id]"
              >Fait lors de l’intervention du {{ dayOf(visit.begunAt) }}
              <span class="muted small code">{{ visit.number }}</span></a
            >
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.5rem;
    }

    li {
      display: flex;
      align-items: center;
      gap: 0.625rem;
    }

    parc-icon {
      flex: none;
      color: var(--muted);
    }
  `,
})
export class VisitsDuring {
  readonly ticketId = input<string | null>(null);
  readonly orderId = input<string | null>(null);

  private readonly api = inject(Api);
  private readonly reads = may('visits.read');
  private readonly visits = reading({
    asked: () => {
      const [ticketId, orderId] = [this.ticketId(), this.orderId()];
      if (!this.reads() || (ticketId === null && orderId === null)) return undefined;
      return ticketId === null ? { orderId: orderId!, size: 5 } : { ticketId, size: 5 };
    },
    load: (asked) => this.api.invoke(visitsList, asked),
  });
  protected readonly rows = computed(() => this.visits.value()?.items ?? []);
  protected readonly dayOf = day;
}
