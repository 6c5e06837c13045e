import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  orderMovesDiscard,
  ordersSubmit,
  type TicketOrder,
  type TicketPage,
  ticketsQuote,
  ticketsQuoteItems,
} from '@parc/api-client';
import { ORDER_STATES, ORDERS, ORDERS_FROM_APPROVAL, ORDERS_OPEN, TICKETS_IN_HAND } from '@parc/domain';
import { MoneyPipe, QuestionCard, StateChip, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { type FormSpec, type Values } from '../../shell/forms/fields';
import { PRICE_FIELDS, priceWords } from '../../shell/forms/price-fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { quoteRequest } from './quote-request';

/** What a repair would cost beyond a small sum: quoted by who repairs, then an order that the school sends or not. */
@Component({
  selector: 'parc-ticket-quote',
  imports: [ActProblem, MoneyPipe, QuestionCard, RouterLink, StateChip, StepForm],
  templateUrl: './ticket-quote.html',
  styles: `
    :host {
      display: contents;
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
    }
  `,
})
export class TicketQuote {
  readonly ticket = input.required<TicketPage>();
  /** The page is read again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly quotes = may('tickets.quote');
  private readonly sends = may('orders.submit');
  private readonly composes = may('orders.compose');
  protected readonly writing = signal(false);
  private readonly items = reading({
    asked: () => (this.writing() ? true : undefined),
    load: async () => (await this.api.invoke(ticketsQuoteItems)).items,
  });

  protected readonly order = computed(() => this.ticket().order);
  protected readonly stateOf = ({ state }: TicketOrder) => ORDER_STATES[state];
  protected readonly isDraft = ({ state }: TicketOrder) => state === ORDERS.initial;
  /** The head answers. */
  protected readonly asksHead = computed(() => this.sends() && this.order()?.state === ORDERS.initial);
  protected readonly opens = computed(() => {
    const order = this.order();
    return order !== null && (this.composes() || ORDERS_FROM_APPROVAL.includes(order.state));
  });
  /** A quote may be handed in: its button stands among the ticket's own acts. */
  readonly offered = output<boolean>();
  private readonly offers = computed(() => {
    const { order, state } = this.ticket();
    return (
      !this.writing() &&
      this.quotes() &&
      TICKETS_IN_HAND.includes(state) &&
      (order === null || !ORDERS_OPEN.includes(order.state))
    );
  });
  protected readonly form = computed<FormSpec>(() => ({
    ...{ id: `quote ${this.ticket().id}`, heading: 'Remettre un devis', button: 'Remettre le devis à l’école' },
    text: 'L’école l’accepte ou non ; accepté, il devient une commande sur son budget de maintenance.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'itemId', label: 'La prestation', type: 'select', required: 'Choisissez une prestation.' },
            options: [
              { value: '', label: 'Choisir' },
              ...(this.items.value() ?? []).map(({ id, name, performerName }) => ({
                value: id,
                label: `${name}, ${performerName}`,
              })),
            ],
          },
          ...PRICE_FIELDS,
          {
            ...{ name: 'note', label: 'Ce qui est prévu', type: 'lines', most: 1000 },
            ...{
              help: 'L’école le lit : la pièce, qui a fait le devis, son numéro.',
              required: 'Dites ce qui est prévu.',
            },
          },
        ],
      },
    ],
    says: priceWords,
  }));

  protected readonly quoting = mutation((key, { id, version }: TicketPage, values: Values) =>
    this.api.invoke(ticketsQuote, { ...onVersion(key, version), id, body: quoteRequest(values) }),
  );
  protected readonly answering = mutation((key, { id, version, cents }: TicketOrder, accepted: boolean) => {
    const asked = { ...onVersion(key, version), id };
    return accepted
      ? this.api.invoke(ordersSubmit, { ...asked, body: { seenCents: cents } })
      : this.api.invoke(orderMovesDiscard, asked);
  });

  protected async quote(values: Values): Promise<void> {
    if ((await this.quoting.run(this.ticket(), values)) === null) return;
    this.toasts.say('Le devis est remis à l’école');
    this.close();
    this.changed.emit();
  }

  protected async answer(order: TicketOrder, accepted: boolean): Promise<void> {
    const answered = await this.answering.run(order, accepted);
    if (answered === null) return;
    this.toasts.say(accepted ? `Commande ${answered.number} envoyée` : 'Devis refusé');
    this.changed.emit();
  }

  constructor() {
    effect(() => this.offered.emit(this.offers()));
  }

  open(): void {
    this.quoting.forget();
    this.writing.set(true);
  }

  protected close(): void {
    this.writing.set(false);
  }

  protected reread(): void {
    this.answering.forget();
    this.quoting.forget();
    this.close();
    this.changed.emit();
  }
}
