import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type EquipmentPage, type TicketListItem, ticketsList } from '@parc/api-client';
import { EQUIPMENT_HELD } from '@parc/domain';
import { Icon, StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { dueWords, ticketState, ticketTitle } from '../../tickets/ticket-words';

/** On a device's page, and so on what its label opens: what is broken of it, and the way to say so. */
@Component({
  selector: 'parc-device-tickets',
  imports: [Icon, RouterLink, StateChip],
  template: `
    @if (tickets.value(); as page) {
      @if (page.items.length > 0 || mayReport()) {
        <section class="card" aria-labelledby="device-tickets">
          <h2 id="device-tickets">{{ page.items.length > 0 ? 'En panne' : 'Une panne ?' }}</h2>
          <ul>
            @for (ticket of page.items; track ticket.id) {
              @let words = state(ticket);
              <li>
                <span>
                  <a [routerLink]="['/tickets', ticket.id]">{{ title(ticket) }}</a>
                  <span class="muted small">{{ ticket.number }}{{ due(ticket) ? ' · ' + due(ticket) : '' }}</span>
                </span>
                <parc-state-chip [state]="words" />
              </li>
            }
          </ul>
          @if (mayReport()) {
            <a
              class="button"
              [class.button-primary]="page.items.length === 0"
              routerLink="/tickets/signaler"
              [queryParams]="{ appareil: device().id }"
              ><parc-icon name="wrench" [size]="18" /> Signaler une panne</a
            >
          }
        </section>
      }
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }

    ul {
      width: 100%;
    }

    ul:empty {
      display: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      padding-block: 0.5rem;
    }

    li > span {
      display: grid;
    }
  `,
})
export class DeviceTicketsCard {
  readonly device = input.required<EquipmentPage>();

  private readonly api = inject(Api);
  private readonly reads = may('tickets.read');
  private readonly reports = may('tickets.report');
  protected readonly tickets = reading({
    asked: () => (this.reads() ? { equipmentId: this.device().id, open: true, size: 20 } : undefined),
    load: (asked) => this.api.invoke(ticketsList, asked),
  });
  protected readonly mayReport = computed(
    () => this.reports() && this.device().schoolId !== null && EQUIPMENT_HELD.includes(this.device().state),
  );
  protected readonly title = ticketTitle;
  protected readonly state = ticketState;
  /** "délai : mar. 10 mars à 11 h" */
  protected due(ticket: TicketListItem): string {
    return ticket.dueAt === null ? dueWords(ticket) : `délai : ${dueWords(ticket)}`;
  }
}
