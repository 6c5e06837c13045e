import { Injectable } from '@nestjs/common';
import { reachOf, TICKETS, TICKETS_WAITING, type DeviceOutcome } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { TicketAccess } from './ticket.access.js';
import type { Ticket } from './ticket.entity.js';
import { TicketMoves } from './ticket-moves.js';

/** What is said of a ticket that waits for the maker. */
interface MakerWait {
  reason: string;
  /** ISO date. */
  reviewOn: string;
  /** Whether its device leaves with it. */
  device: DeviceOutcome;
}

/** What returns to makers ask of tickets: the door for warranty, which has judged who sends. Each in the caller's transaction. */
@Injectable()
export class MakerWaits {
  constructor(
    private readonly access: TicketAccess,
    private readonly moves: TicketMoves,
  ) {}

  /**
   * The ticket of a device, locked, that may wait for the maker or does already.
   * @returns null where it is of no device, is over, or nobody has it
   * @throws Refused object.not-found
   */
  async hold(
    manager: EntityManager,
    actor: Actor,
    ticketId: string,
  ): Promise<{ equipmentId: string; schoolId: string } | null> {
    await this.access.read(manager, actor, ticketId);
    const ticket = await this.locked(manager, actor, ticketId);
    if (!ticket || ticket.equipmentId === null || !mayWait(ticket)) return null;
    return { equipmentId: ticket.equipmentId, schoolId: ticket.schoolId };
  }

  /**
   * It waits for the maker until that day, whatever it waited for before; one that is over or that nobody has stays as it is, and
   * so does that of who has no tickets wait: its own day of review brings it back.
   */
  async wait(manager: EntityManager, actor: Actor, ticketId: string, wait: MakerWait): Promise<void> {
    const ticket = await this.locked(manager, actor, ticketId);
    if (!ticket || !mayWait(ticket) || reachOf('tickets.wait', actor.role) === null) return;
    // Nobody is told twice of the same.
    if (ticket.waitFor === 'maker' && ticket.reviewOn === wait.reviewOn) return;
    if (TICKETS_WAITING.includes(ticket.state)) await this.moves.resumeAnswered(manager, ticket);
    await this.moves.moveIn(manager, ticket, actor, 'wait', { ...wait, waitFor: 'maker' });
  }

  /** It waits for the maker no more; one that goes on already, or is over, stays as it is. */
  async goOn(manager: EntityManager, actor: Actor, ticketId: string): Promise<void> {
    const ticket = await this.locked(manager, actor, ticketId);
    if (ticket && TICKETS_WAITING.includes(ticket.state) && ticket.waitFor === 'maker')
      await this.moves.resumeAnswered(manager, ticket);
  }

  private async locked(manager: EntityManager, actor: Actor, ticketId: string): Promise<Ticket | undefined> {
    const [ticket] = await this.access.lockAll(manager, actor, [ticketId]);
    return ticket;
  }
}

const mayWait = ({ state }: Ticket): boolean =>
  TICKETS_WAITING.includes(state) || TICKETS.find(state, 'wait') !== undefined;
