import { Injectable } from '@nestjs/common';
import { CHARGE_DUE, type ChargedOn } from '@parc/domain';
import { RepairCharges } from '../budgets/repair-charges.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import type { ChargeSettled } from './ticket.moving.js';
import { TicketAccess } from './ticket.access.js';

/** What a repair cost, settled once money has come. */
@Injectable()
export class TicketChargesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly charges: RepairCharges,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the cost from the school's envelope of this year, once money has come, or from the plan's reserve.
   * @throws Refused object.not-found, ticket.charge-settled, budget.envelope-missing, budget.not-enough
   */
  settle(actor: Actor, id: string, on: ChargedOn, write: Write): Promise<ChargeSettled> {
    return this.transactions.run(write, async (manager) => {
      const [found] = await manager.query('select ticket_id as "ticketId" from ticket_resolution where id = $1', [id]);
      if (!found) throw new Refused('object.not-found');
      const { schoolId } = await this.access.read(manager, actor, found.ticketId as string);
      const envelopeId = await this.charges.hold(manager, on === 'school' ? schoolId : null, this.clock.today());
      const [cost] = await manager.query(
        'select version, charge, price_cents as "priceCents" from ticket_resolution where id = $1 for no key update',
        [id],
      );
      requireVersion(write, cost.version as number);
      if (cost.charge !== CHARGE_DUE) throw new Refused('ticket.charge-settled');
      if (!envelopeId) throw new Refused('budget.envelope-missing');
      const context = { ticketId: found.ticketId as string, at: this.clock.now() };
      const entryId = await this.charges.take(manager, envelopeId, cost.priceCents as number, context);
      await manager.query(
        'update ticket_resolution set charge = $2, entry_id = $3, version = version + 1 where id = $1',
        [id, on, entryId],
      );
      return { id, charge: on };
    });
  }
}
