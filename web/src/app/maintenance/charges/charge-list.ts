import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type TicketChargeItem, ticketChargesList, ticketChargesSettle } from '@parc/api-client';
import { SYMPTOMS, type ChargedOn } from '@parc/domain';
import { countedRows, DayPipe, MoneyPipe, Notice, Toasts } from '@parc/ui';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';

/** What repairs cost and no envelope has taken yet, the oldest first: each with its way out. */
@Component({
  selector: 'parc-charge-list',
  imports: [DayPipe, ListState, MoneyPipe, Notice, RouterLink],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title(reading.total()) }}</h1>
        <p>Le ticket est fini, son coût attend un budget de maintenance.</p>
      </div>
    </div>
    @if (settling.problem(); as problem) {
      <parc-notice tone="trouble" role="alert" heading="Ce n’est pas imputé">{{ problem.sentence }}</parc-notice>
    }
    <parc-list-state
      [reading]="reading"
      failure="Les coûts à imputer ne s’affichent pas"
      icon="euro"
      heading="Rien à imputer"
      text="Chaque réparation a été prise sur un budget de maintenance."
      [narrowed]="false"
    />
    @if (reading.standing() === 'rows') {
      <ul>
        @for (cost of reading.rows(); track cost.id) {
          <li class="card">
            <div>
              <strong>{{ cost.priceCents | money }}</strong>
              <p>
                <a [routerLink]="['/tickets', cost.ticketId]"
                  ><span class="code">{{ cost.number }}</span
                  >, {{ symptom(cost) }}</a
                >
              </p>
              <p class="muted small">
                {{ cost.schoolName }}, {{ cost.communeName }} · résolu le {{ cost.resolvedAt | day }}
              </p>
              <p class="small">
                @if (cost.availableCents === null) {
                  L’école n’a pas de budget de maintenance {{ cost.year }}.
                } @else {
                  Il reste {{ cost.availableCents | money }} de maintenance {{ cost.year }} à l’école.
                }
              </p>
            </div>
            <div class="acts">
              @if (cost.availableCents !== null && cost.availableCents >= cost.priceCents) {
                <button
                  type="button"
                  class="button button-primary"
                  [disabled]="settling.pending()"
                  (click)="settle(cost, 'school')"
                >
                  Imputer à l’école
                </button>
              } @else {
                <a class="button" routerLink="/budgets/virement">Faire un virement</a>
              }
              <button type="button" class="button" [disabled]="settling.pending()" (click)="settle(cost, 'reserve')">
                Prendre sur la réserve
              </button>
            </div>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.75rem;
      max-width: 60rem;
    }

    .card {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
    }

    .card > div:first-child {
      flex: 1 1 18rem;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    @media (max-width: 480px) {
      .acts {
        display: grid;
        width: 100%;
      }
    }
  `,
})
export class ChargeListPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly reading = listReading(
    () => ({ size: PAGE_SIZE }),
    (asked) => this.api.invoke(ticketChargesList, asked),
  );
  protected readonly settling = mutation((key, { id, version }: TicketChargeItem, on: ChargedOn) =>
    this.api.invoke(ticketChargesSettle, { ...onVersion(key, version), id, body: { on } }),
  );
  protected readonly title = (total: number): string =>
    total === 0 ? 'Rien à imputer' : countedRows(total, 'réparation à imputer', 'réparations à imputer');
  protected readonly symptom = ({ symptom }: TicketChargeItem): string => SYMPTOMS[symptom].word;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('À imputer'));
  }

  protected async settle(cost: TicketChargeItem, on: ChargedOn): Promise<void> {
    const settled = await this.settling.run(cost, on);
    if (settled === null) return;
    this.toasts.say(on === 'school' ? 'Imputé au budget de l’école' : 'Pris sur la réserve du plan');
    this.reading.reload();
  }
}
