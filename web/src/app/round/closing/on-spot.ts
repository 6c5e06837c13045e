import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, ticketMovesStart, ticketsComment, ticketsNote } from '@parc/api-client';
import { Control, dayAndTime, Field, Icon, Notice, Toasts } from '@parc/ui';
import { typed } from '../../shell/kept/typed';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import type { NewAct } from '../../offline/acts';
import { OfflineDoor } from '../../offline/offline-door';
import { asFailure } from '../../offline/offline-failure';
import { saidAct, startAct } from './ticket-acts';
import type { TicketToClose } from './ticket-to-close';

/** What is said about a breakdown and that somebody has begun on it, where it stands: with or without a network. */
@Component({
  selector: 'parc-on-spot',
  imports: [Control, Field, Icon, Notice],
  templateUrl: './on-spot.html',
  styleUrl: './on-spot.css',
})
export class OnSpot {
  readonly ticket = input.required<TicketToClose>();
  /** Something was recorded, here or on the server: the ticket is read again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly door = inject(OfflineDoor);
  private readonly toasts = inject(Toasts);
  protected readonly comments = may('tickets.comment');
  protected readonly notes = may('tickets.note');
  /** Why this phone could not keep it; empty when it could. */
  protected readonly unkept = signal('');
  protected readonly said = computed(() =>
    this.ticket().said.map(({ at, name, text, internal }) => ({
      text,
      by: [name, dayAndTime(at), internal ? 'note interne' : ''].filter((word) => word !== '').join(' · '),
    })),
  );

  protected readonly starting = mutation((key, { id, version }: TicketToClose) =>
    this.api.invoke(ticketMovesStart, { ...onVersion(key, version), id }),
  );
  protected readonly saying = mutation((key, id: string, text: string, internal: boolean) => {
    const asked = { 'Idempotency-Key': key, id, body: { text } };
    return internal ? this.api.invoke(ticketsNote, asked) : this.api.invoke(ticketsComment, asked);
  });
  protected readonly message = typed<string>({
    name: () => 'message-sur-place',
    initial: () => '',
    pending: this.saying.pending,
    problem: this.saying.problem,
  });
  protected readonly problem = computed(() => this.starting.problem() ?? this.saying.problem());
  protected readonly pending = computed(() => this.starting.pending() || this.saying.pending());

  protected async start(): Promise<void> {
    const ticket = this.ticket();
    const kept = await this.kept((key) => startAct(key, ticket));
    if (kept === false) return;
    if (kept === null && (await this.starting.run(ticket)) === null) return;
    this.toasts.say(`${ticket.number} : commencé${kept ? ', gardé sur ce téléphone' : ''}.`);
    this.changed.emit();
  }

  protected async say(internal: boolean): Promise<void> {
    const [ticket, text] = [this.ticket(), this.message().trim()];
    const kept = await this.kept((key) => saidAct(key, ticket, text, internal));
    if (kept === false) return;
    if (kept === null && (await this.saying.run(ticket.id, text, internal)) === null) return;
    this.message.set('');
    this.message.forget();
    this.toasts.say(internal ? 'Note gardée' : kept ? 'Message gardé, il part dès que possible' : 'Message envoyé');
    this.changed.emit();
  }

  /** Null where nothing is kept here: it is sent. False where it could not be kept, and its author is told. */
  private async kept(make: (key: string) => NewAct): Promise<boolean | null> {
    this.unkept.set('');
    const offline = await this.door.open();
    if (offline === null) return null;
    try {
      await offline.enqueue(make(crypto.randomUUID()));
      return true;
    } catch (error) {
      this.unkept.set(asFailure(error).sentence);
      return false;
    }
  }
}
