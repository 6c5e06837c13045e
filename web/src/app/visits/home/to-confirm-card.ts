import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, visitsList } from '@parc/api-client';
import { countedRows, Icon } from '@parc/ui';
import { reading } from '../../shell/reading';
import { hoursWords, partsWords } from '../visit-words';

const SHOWN = 5;

/** On a head's first page: visits whose end nobody could prove at the door, until one is confirmed. */
@Component({
  selector: 'parc-to-confirm-card',
  imports: [Icon, RouterLink],
  template: `
    @if (waiting().length > 0) {
      <section class="card" aria-labelledby="interventions-a-confirmer">
        <h2 id="interventions-a-confirmer">{{ title() }}</h2>
        <ul>
          @for (visit of waiting(); track visit.id) {
            <li>
              <a [routerLink]="['/interventions', visit.id]">
                <span>
                  <strong>{{ hours(visit) }}</strong>
                  <span class="muted small">{{ parts({ ticket: visit.ticketCount, order: visit.orderCount }) }}</span>
                </span>
                <parc-icon name="chevron-right" [size]="18" />
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    a {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.625rem;
      color: inherit;
      text-decoration: none;
    }

    a > span {
      display: grid;
    }
  `,
})
export class ToConfirmCard {
  private readonly api = inject(Api);
  private readonly visits = reading({ load: () => this.api.invoke(visitsList, { toConfirm: true, size: SHOWN }) });
  protected readonly waiting = computed(() => this.visits.value()?.items ?? []);
  protected readonly title = computed(() =>
    countedRows(this.visits.value()?.total ?? 0, 'intervention à confirmer', 'interventions à confirmer'),
  );
  protected readonly hours = hoursWords;
  protected readonly parts = partsWords;
}
