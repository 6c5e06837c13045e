import { Injectable } from '@nestjs/common';
import { isSchoolRole, type Wait } from '@parc/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { TicketAccess } from './ticket.access.js';
import type { Ticket } from './ticket.entity.js';
import { TicketMoves } from './ticket-moves.js';
import type { TicketMoved } from './ticket.moving.js';

const ANSWERED_BY_SCHOOL: Wait = 'school';

interface Said {
  ticketId: string;
  text: string;
  internal: boolean;
  byMail?: boolean;
}

/** What is said to the school, or noted among the metropole's people: it moves nothing. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly moves: TicketMoves,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  add(actor: Actor, ticketId: string, text: string, internal: boolean, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const [ticket] = await this.access.lockAll(manager, actor, [ticketId]);
      if (!ticket) throw new Refused('object.not-found');
      await this.keep(manager, actor, { ticketId, text: text.trim(), internal }, write.repeat);
      return this.heard(manager, actor, ticket, internal);
    });
  }

  /** An answer to a notice: always to the school, never a note. @param ticket locked, and in the actor's reach */
  async sayByMail(manager: EntityManager, actor: Actor, ticket: Ticket, text: string): Promise<TicketMoved> {
    await this.keep(manager, actor, { ticketId: ticket.id, text, internal: false, byMail: true }, null);
    return this.heard(manager, actor, ticket, false);
  }

  private heard(manager: EntityManager, actor: Actor, ticket: Ticket, internal: boolean): Promise<TicketMoved> {
    if (!internal && isSchoolRole(actor.role) && ticket.waitFor === ANSWERED_BY_SCHOOL)
      return this.moves.resumeAnswered(manager, ticket);
    const { id, number, version, state } = ticket;
    return Promise.resolve({ id, number, version, state });
  }

  /**
   * Under the key that it was written with, where that is an id: what a phone sends again after weeks is there already.
   * @throws Refused idempotency.other-body
   */
  private async keep(manager: EntityManager, actor: Actor, said: Said, repeat: Write['repeat']): Promise<void> {
    const { ticketId, internal, text, byMail = false } = said;
    const id = repeat && isUUID(repeat.key) ? repeat.key : null;
    const [kept] = await manager.query(
      `with added as (insert into ticket_comment (id, ticket_id, account_id, role, deputy, at, internal, text, by_mail)
           values (coalesce($8::uuid, uuidv7()), $1, $2, $3, $4, $5, $6, $7, $9) on conflict (id) do nothing returning id)
         select from added
         union all select from ticket_comment where id = $8 and (ticket_id, account_id, internal, text) = ($1, $2, $6, $7)`,
      [ticketId, actor.accountId, actor.role, actor.deputy, this.clock.now(), internal, text, id, byMail],
    );
    if (!kept) throw new Refused('idempotency.other-body');
  }
}
