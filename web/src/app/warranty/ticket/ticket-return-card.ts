import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, equipmentPage, type TicketPage, warrantyReturnsList, warrantyReturnsPrepare } from '@parc/api-client';
import { addCalendarDays, isUnderWarranty, parisDateOf, RETURNS_OPEN, TICKETS, TICKETS_WAITING } from '@parc/domain';
import { StateChip, Toasts } from '@parc/ui';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { returnState } from '../return-words';

/** Days until the maker is asked, where nobody says otherwise. */
const REVIEW_DAYS = 21;

/** On a ticket's page: the returns of its device, and the way to prepare one while its warranty runs. */
@Component({
  selector: 'parc-ticket-return-card',
  imports: [RouterLink, StateChip, StepForm],
  template: `
    @if (returns().length > 0 || offers()) {
      <section class="card" aria-labelledby="ticket-return">
        <h2 id="ticket-return">{{ returns().length > 0 ? 'Retour en garantie' : 'Encore sous garantie' }}</h2>
        <ul>
          @for (one of returns(); track one.id) {
            @let words = state(one);
            <li>
              <a [routerLink]="['/retours', one.id]"
                >{{ one.makerName ?? 'Constructeur' }}, <span class="code">{{ one.equipmentTag }}</span></a
              >
              <parc-state-chip [state]="words" />
            </li>
          }
        </ul>
        @if (offers()) {
          @if (form(); as spec) {
            <parc-step-form
              [form]="spec"
              [pending]="preparing.pending()"
              [problem]="preparing.problem()"
              (sent)="prepare($event)"
              (cancelled)="close()"
              (reread)="prepared.emit()"
            />
          } @else {
            <button type="button" class="button" (click)="opened.set(true)">Préparer un retour en garantie…</button>
          }
        }
      </section>
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }

    ul:empty {
      display: none;
    }

    ul,
    parc-step-form {
      width: 100%;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class TicketReturnCard {
  readonly ticket = input.required<TicketPage>();
  /** The ticket waits for the maker from now on. */
  readonly prepared = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly prepares = may('warranty-returns.prepare');
  private readonly reads = may('warranty-returns.page');
  private readonly today = parisDateOf(new Date());
  protected readonly opened = signal(false);

  private readonly read = reading({
    asked: () => (this.reads() && this.ticket().equipmentId !== null ? { ticketId: this.ticket().id } : undefined),
    load: (asked) => this.api.invoke(warrantyReturnsList, { ...asked, size: 5 }),
  });
  protected readonly returns = computed(() => this.read.value()?.items ?? []);
  /** Somebody has the ticket, and it could wait for the maker. */
  private readonly fits = computed(() => {
    const { state } = this.ticket();
    return TICKETS_WAITING.includes(state) || TICKETS.find(state, 'wait') !== undefined;
  });
  private readonly device = reading({
    asked: () => {
      const { equipmentId } = this.ticket();
      return this.prepares() && this.fits() && equipmentId !== null ? { id: equipmentId } : undefined;
    },
    load: (asked) => this.api.invoke(equipmentPage, asked),
  });
  protected readonly offers = computed(() => {
    const device = this.device.value();
    const away = this.returns().some(({ state }) => RETURNS_OPEN.includes(state));
    return device !== null && !away && isUnderWarranty(device.warrantyUntil, this.today);
  });
  protected readonly form = computed<FormSpec | null>(() => {
    if (!this.opened()) return null;
    const { id, description } = this.ticket();
    return {
      ...{ id: `retour ${id}`, button: 'Préparer le retour' },
      text: 'L’appareil part en réparation et le ticket attend le constructeur. Notez l’envoi quand le colis part.',
      sections: [
        {
          fields: [
            {
              ...{ name: 'fault', label: 'La panne, pour le constructeur', type: 'lines', most: 1000 },
              ...{ initial: description ?? '', required: 'Décrivez la panne.' },
            },
            {
              ...{ name: 'reviewOn', label: 'À relancer le', type: 'date', required: 'Donnez un jour.' },
              ...{ initial: addCalendarDays(this.today, REVIEW_DAYS), help: 'Vous recevez un rappel ce jour-là.' },
            },
          ],
        },
      ],
    };
  });
  protected readonly preparing = mutation((key, ticketId: string, values: Values) =>
    this.api.invoke(warrantyReturnsPrepare, {
      'Idempotency-Key': key,
      body: { ticketId, fault: values['fault'] ?? '', reviewOn: values['reviewOn'] ?? '' },
    }),
  );
  protected readonly state = returnState;

  protected close(): void {
    this.preparing.forget();
    this.opened.set(false);
  }

  protected async prepare(values: Values): Promise<void> {
    if ((await this.preparing.run(this.ticket().id, values)) === null) return;
    this.toasts.say('Le retour est préparé');
    this.close();
    this.read.reload();
    this.prepared.emit();
  }
}
