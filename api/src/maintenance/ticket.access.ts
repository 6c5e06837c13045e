import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { Ticket } from './ticket.entity.js';
import { ticketScope } from './ticket.scope.js';

/** The only door to a ticket: absent and out of scope answer alike. */
@Injectable()
export class TicketAccess {
  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, ticketId: string): Promise<Ticket> {
    return found(await this.reach(manager, actor).andWhere('t.id = :ticketId', { ticketId }).getOne());
  }

  /** Those of these that the actor reaches. */
  readAll(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<Ticket[]> {
    return this.reach(manager, actor).andWhere('t.id = any(:ids)', { ids }).orderBy('t.id').getMany();
  }

  /** Whoever needs two takes both at once, by id: nobody waits for each other. Those out of scope are left out. */
  lockAll(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<Ticket[]> {
    return this.reach(manager, actor)
      .andWhere('t.id = any(:ids)', { ids })
      .orderBy('t.id')
      .setLock('for_no_key_update', undefined, ['t'])
      .getMany();
  }

  /** For the system's own moves: nobody asks, so no scope applies. */
  async lockForSystem(manager: EntityManager, ticketId: string): Promise<Ticket> {
    return manager
      .createQueryBuilder(Ticket, 't')
      .where('t.id = :ticketId', { ticketId })
      .setLock('for_no_key_update')
      .getOneOrFail();
  }

  /** The same of several, by id. */
  async lockAllForSystem(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query('select from ticket where id = any($1) order by id for no key update', [ids]);
  }

  private reach(manager: EntityManager, actor: Actor): SelectQueryBuilder<Ticket> {
    const scope = ticketScope(actor);
    return manager
      .createQueryBuilder(Ticket, 't')
      .innerJoin(...schoolOf('t.school_id'))
      .where(scope.sql, scope.parameters);
  }
}

function found(ticket: Ticket | null): Ticket {
  if (!ticket) throw new Refused('object.not-found');
  return ticket;
}
