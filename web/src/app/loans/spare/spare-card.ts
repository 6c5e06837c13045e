import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, loansLendSpare, loansList, loansSpares, type TicketPage } from '@parc/api-client';
import { addCalendarDays, LOANS_OUT, parisDateOf, TICKETS_OPEN } from '@parc/domain';
import { Control, Field, Icon, Notice, StateChip, Toasts } from '@parc/ui';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { loanState, periodWords } from '../loan-words';

/** How long a spare is lent for where nobody says otherwise. */
const DAYS = 14;

/** On a ticket's page: what stands in for the device that is repaired, and the way to lend something. */
@Component({
  selector: 'parc-spare-card',
  imports: [Control, Field, Icon, Notice, RouterLink, StateChip],
  template: `
    @if (loans.value(); as page) {
      @if (page.items.length > 0 || offers()) {
        <section class="card" aria-labelledby="spare">
          <h2 id="spare">{{ page.items.length > 0 ? 'En remplacement' : 'Un remplacement ?' }}</h2>
          <ul>
            @for (loan of page.items; track loan.id) {
              @let words = state(loan);
              <li>
                <span>
                  <a [routerLink]="['/prets', loan.id]"
                    >{{ loan.kitName }}, <span class="code">{{ loan.equipmentTag }}</span></a
                  >
                  <span class="muted small">{{
                    toTakeBack(loan) ? 'à reprendre : le ticket est fini' : period(loan)
                  }}</span>
                </span>
                <parc-state-chip [state]="words" />
              </li>
            }
          </ul>
          @if (offers()) {
            @if (spares.value(); as offered) {
              @if (offered.length === 0) {
                <p class="muted">Aucun appareil libre en stock ne fait le même usage.</p>
              } @else {
                <parc-field label="Appareil en stock" controlId="spare-device">
                  <select parcControl #device (change)="chosen.set(device.value)">
                    @for (one of offered; track one.equipmentId) {
                      <option [value]="one.equipmentId">
                        {{ one.modelName }}, {{ one.tag }} · {{ one.stockPlaceName
                        }}{{ one.sameModel ? ' · même modèle' : '' }}
                      </option>
                    }
                  </select>
                </parc-field>
                @if (lending.problem(); as problem) {
                  <parc-notice tone="trouble" role="alert" heading="Ce n’est pas prêté">{{
                    problem.sentence
                  }}</parc-notice>
                }
                <button type="button" class="button button-primary" [disabled]="lending.pending()" (click)="lend()">
                  Prêter cet appareil pour deux semaines
                </button>
              }
            } @else {
              <button type="button" class="button" (click)="asked.set(true)">
                <parc-icon name="exchange" [size]="18" /> Prêter un appareil de remplacement
              </button>
            }
          }
        </section>
      }
    }
  `,
  styleUrl: '../home/loan-lines.css',
})
export class SpareCard {
  readonly ticket = input.required<TicketPage>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly reads = may('loans.read');
  private readonly lends = may('loans.lend-spare');
  protected readonly asked = signal(false);
  protected readonly chosen = signal<string | null>(null);
  protected readonly loans = reading({
    asked: () => (this.reads() && this.ticket().equipmentId !== null ? { ticketId: this.ticket().id } : undefined),
    load: (asked) => this.api.invoke(loansList, { ...asked, size: 10 }),
  });
  private readonly isOpen = computed(() => TICKETS_OPEN.includes(this.ticket().state));
  private readonly isOut = computed(() =>
    (this.loans.value()?.items ?? []).some(({ state }) => LOANS_OUT.includes(state)),
  );
  /** One at a time, while the device is repaired. */
  protected readonly offers = computed(() => this.lends() && this.isOpen() && !this.isOut());
  protected readonly spares = reading({
    asked: () => (this.asked() && this.offers() ? { ticketId: this.ticket().id } : undefined),
    load: async (asked) => (await this.api.invoke(loansSpares, asked)).items,
  });
  protected readonly lending = mutation((key, ticketId: string, equipmentId: string, toDay: string) =>
    this.api.invoke(loansLendSpare, { 'Idempotency-Key': key, body: { ticketId, equipmentId, toDay } }),
  );
  protected readonly state = loanState;
  protected readonly period = periodWords;
  protected readonly toTakeBack = ({ state }: { state: (typeof LOANS_OUT)[number] }): boolean =>
    LOANS_OUT.includes(state) && !this.isOpen();

  protected async lend(): Promise<void> {
    const equipmentId = this.chosen() ?? this.spares.value()?.[0]?.equipmentId;
    if (!equipmentId) return;
    const lent = await this.lending.run(this.ticket().id, equipmentId, addCalendarDays(parisDateOf(new Date()), DAYS));
    if (lent === null) return this.spares.reload();
    this.asked.set(false);
    this.toasts.say(`${lent.number} : remis à l’école`);
    this.loans.reload();
  }
}
