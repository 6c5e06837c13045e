import { Injectable } from '@nestjs/common';
import { allocation, availableCents } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { BudgetAccess } from './budget.access.js';
import { LedgerService } from './ledger.service.js';
import type { TransferDone, TransferRequest, TransferSide } from './transfers.dto.js';

/** Money from one envelope to another of the same year: a pair of entries that sums to zero. */
@Injectable()
export class TransferService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: BudgetAccess,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused budget.same-envelope, budget.envelope-missing, budget.envelope-closed, or budget.not-enough with the cents missing */
  transfer(actor: Actor, request: TransferRequest, write: Write): Promise<TransferDone> {
    return this.transactions.run(write, async (manager) => {
      const from = await this.giver(manager, actor, request);
      const to = await this.receiver(manager, actor, request);
      if (from === to) throw new Refused('budget.same-envelope');
      await this.ledger.lock(manager, [from, to]);
      const [{ id }] = await manager.query('select uuidv7() as id');
      const context = { pairId: id as string, reason: request.reason, at: this.clock.now() };
      const given = await this.ledger.post(manager, from, allocation('transfer', -request.amountCents), context);
      const received = await this.ledger.post(manager, to, allocation('transfer', request.amountCents), context);
      return { id, fromAvailableCents: availableCents(given.after), toAvailableCents: availableCents(received.after) };
    });
  }

  private async giver(manager: EntityManager, actor: Actor, { from, year }: TransferRequest): Promise<string> {
    await this.requireReached(manager, actor, from);
    const envelopeId = await this.ledger.findEnvelope(manager, from.schoolId, year, from.kind);
    if (!envelopeId) throw new Refused('budget.envelope-missing');
    return envelopeId;
  }

  /** A school that opened during the year, or the reserve before its first cent, gets its envelope with the money. */
  private async receiver(manager: EntityManager, actor: Actor, { to, year }: TransferRequest): Promise<string> {
    const takesPart = await this.requireReached(manager, actor, to);
    if (takesPart) return this.ledger.openEnvelope(manager, to.schoolId, year, to.kind);
    const envelopeId = await this.ledger.findEnvelope(manager, to.schoolId, year, to.kind);
    if (!envelopeId) throw new Refused('budget.envelope-missing');
    return envelopeId;
  }

  /** Whether the side may get an envelope: a closed school or one without State contract may not. */
  private async requireReached(manager: EntityManager, actor: Actor, { schoolId }: TransferSide): Promise<boolean> {
    if (schoolId === null) return true;
    const school = await this.access.reach(manager, actor, schoolId);
    return school.state === 'open' && school.eligible;
  }
}
