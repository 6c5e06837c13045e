import { Injectable } from '@nestjs/common';
import { availableCents, civilYearOf, repairExpense } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { LedgerService } from './ledger.service.js';

const KIND = 'maintenance';

/** What a repair cost, taken from a maintenance envelope: the door for tickets. */
@Injectable()
export class RepairCharges {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Locks the maintenance envelope of a school, or of the plan's reserve, for this year.
   * @param day ISO date @returns null while there is none, or once it is closed
   */
  async hold(manager: EntityManager, schoolId: string | null, day: string): Promise<string | null> {
    const envelopeId = await this.ledger.findEnvelope(manager, schoolId, civilYearOf(day), KIND);
    if (envelopeId === null) return null;
    await this.ledger.lock(manager, [envelopeId]);
    const [row] = await manager.query('select closed_on as "closedOn" from envelope where id = $1', [envelopeId]);
    return row.closedOn === null ? envelopeId : null;
  }

  /** @param envelopeId locked @returns the entry, or null where the money is not there: nothing is written then */
  async charge(
    manager: EntityManager,
    envelopeId: string,
    amountCents: number,
    context: { ticketId: string; at: Date },
  ): Promise<string | null> {
    const before = await this.ledger.balance(manager, envelopeId);
    if (availableCents(before) < amountCents) return null;
    return this.take(manager, envelopeId, amountCents, context);
  }

  /** The same where the money must be there. @throws Refused budget.not-enough with the cents missing */
  async take(
    manager: EntityManager,
    envelopeId: string,
    amountCents: number,
    context: { ticketId: string; at: Date },
  ): Promise<string> {
    return (await this.ledger.post(manager, envelopeId, repairExpense(amountCents), context)).entryId;
  }
}
