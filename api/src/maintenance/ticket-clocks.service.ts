import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TicketClockAnswer } from './ticket.answers.js';
import type { Ticket } from './ticket.entity.js';

/** What a ticket's clocks say of its history, and the copies that lists are read by. */
@Injectable()
export class TicketClocks {
  /** Writes the copies again, after an event. @param ids tickets that are locked */
  async rewrite(_manager: EntityManager, _ids: readonly string[]): Promise<void> {
    // until the clocks stand
  }

  async said(_manager: EntityManager, _ticket: Ticket): Promise<TicketClockAnswer | null> {
    return null;
  }
}
