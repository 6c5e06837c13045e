import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { LendingService } from '../inventory/lending.service.js';
import { OPEN_TICKET_OF_DEVICE } from '../maintenance/ticket.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import type { LoanSpares } from './loan.answers.js';

/** What is repaired, and where. */
export interface Repaired {
  id: string;
  equipmentId: string;
  schoolId: string;
  reportedBy: string;
}

/** What may stand in for the device of a ticket. */
@Injectable()
export class SparesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly lending: LendingService,
  ) {}

  /** What lies in stock, is promised to nobody and does what the broken device does; nothing once the ticket is over. */
  offered(actor: Actor, ticketId: string): Promise<LoanSpares> {
    return this.transactions.snapshot(async (manager) => {
      const ticket = await this.repaired(manager, actor, ticketId);
      return { items: ticket ? await this.lending.spares(manager, ticket.equipmentId) : [] };
    });
  }

  /** The same, which nobody ends before this transaction does: it is held before the device that is lent. */
  repairedHeld(manager: EntityManager, actor: Actor, ticketId: string): Promise<Repaired | null> {
    return this.repaired(manager, actor, ticketId, `${OPEN_TICKET_OF_DEVICE} for share of t`);
  }

  /** The ticket while it is open and of a device; null else. @throws Refused object.not-found out of the actor's scope */
  private async repaired(
    manager: EntityManager,
    actor: Actor,
    ticketId: string,
    statement = OPEN_TICKET_OF_DEVICE,
  ): Promise<Repaired | null> {
    const [ticket] = (await manager.query(statement, [ticketId])) as Repaired[];
    if (!ticket) return null;
    await this.schools.reach(manager, actor, ticket.schoolId);
    return ticket;
  }
}
