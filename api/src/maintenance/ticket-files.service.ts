import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { type PhotoTaken, type SentPhoto, takePhoto } from '../platform/files/photo-taking.js';
import { TicketAccess } from './ticket.access.js';
import { TICKET_PHOTOS } from './ticket-photos.js';

/** The bytes of photos that a report or a resolution has announced; seen by who may read them (`tickets.photos`). */
@Injectable()
export class TicketFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive takes the file from the request: not before scope and place are right
   * @throws Refused object.not-found, ticket.photo-unknown, file.not-as-announced, file.too-large, file.not-an-image, file.too-many-pixels, work.too-many
   */
  add(
    actor: Actor,
    ticketId: string,
    slotId: string,
    receive: () => Promise<SentPhoto>,
    write: Write,
  ): Promise<PhotoTaken> {
    const { manager } = this.dataSource;
    const { accountId } = actor;
    return takePhoto(this.transactions, {
      ...{ person: accountId, write, receive, now: () => this.clock.now() },
      place: async () => {
        const { id } = await this.access.read(manager, actor, ticketId);
        return TICKET_PHOTOS.place(manager, { objectId: id, slotId, accountId, now: this.clock.now() });
      },
      keep: (photo, repeated) =>
        this.transactions.run(repeated, (kept) =>
          TICKET_PHOTOS.fill(kept, { objectId: ticketId, slotId, accountId, now: this.clock.now() }, photo),
        ),
    });
  }

  /** @throws Refused object.not-found when the ticket or the file is absent */
  async read(actor: Actor, ticketId: string, fileId: string): Promise<{ mediaType: string; content: Buffer }> {
    const { manager } = this.dataSource;
    const { id } = await this.access.read(manager, actor, ticketId);
    return TICKET_PHOTOS.read(manager, id, fileId);
  }
}
