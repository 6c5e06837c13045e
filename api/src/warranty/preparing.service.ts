import { Injectable } from '@nestjs/common';
import { isUnderWarranty, RETURNS } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { RepairsService } from '../inventory/repairs.service.js';
import { MakerWaits } from '../maintenance/maker-waits.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { ReturnRequest } from './return.dto.js';
import type { ReturnMoved } from './return.moving.js';
import { recordReturnMove } from './return-history.js';
import { requireReview } from './return-days.js';

/** A return begins with an open ticket of a device whose warranty runs: the ticket waits for the maker from then on. */
@Injectable()
export class ReturnPreparing {
  constructor(
    private readonly transactions: Transactions,
    private readonly waits: MakerWaits,
    private readonly repairs: RepairsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The device leaves its room, where it has not yet.
   * @throws Refused object.not-found, warranty.ticket-unfit, warranty.over, warranty.review-wrong; by the database warranty.already
   */
  prepare(actor: Actor, { ticketId, fault, reviewOn }: ReturnRequest, write: Write): Promise<ReturnMoved> {
    return this.transactions.run(write, async (manager) => {
      const [today, at] = [this.clock.today(), this.clock.now()];
      requireReview(reviewOn, today);
      const ticket = await this.waits.hold(manager, actor, ticketId);
      if (!ticket) throw new Refused('warranty.ticket-unfit');
      const { equipmentId, schoolId } = ticket;
      const { warrantyUntil, away } = await this.repairs.standing(manager, equipmentId);
      if (!isUnderWarranty(warrantyUntil, today)) throw new Refused('warranty.over');
      const [made] = await manager.query(
        `insert into warranty_return (ticket_id, equipment_id, school_id, state, state_since, fault, prepared_by, prepared_on, warranty_until, review_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id, version, state`,
        [
          ...[ticketId, equipmentId, schoolId, RETURNS.initial, at, fault.trim(), actor.accountId],
          ...[today, warrantyUntil, reviewOn],
        ],
      );
      const device = away ? 'stays' : 'leaves';
      await this.waits.wait(manager, actor, ticketId, { reason: 'Retour en garantie', reviewOn, device });
      const line = { action: 'prepare', mover: actor, at, from: null, reason: null, detail: { reviewOn } } as const;
      await recordReturnMove(manager, made, line);
      return made as ReturnMoved;
    });
  }
}
