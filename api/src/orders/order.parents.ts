import { Injectable } from '@nestjs/common';
import { civilYearOf } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import { ContractCountingService } from '../catalogue/contract-counting.service.js';
import { ORDER_PARENTS, type LockedParents, type OrderParent } from './order.moving.js';
import type { Order } from './order.entity.js';

type Lock = (manager: EntityManager, seen: Order, today: string) => Promise<LockedParents>;

/** What an order's money hangs on, locked in the one declared order before the order itself. */
@Injectable()
export class OrderParents {
  constructor(
    private readonly gate: GateService,
    private readonly contracts: ContractCountingService,
    private readonly ledger: LedgerService,
  ) {}

  async lock(
    manager: EntityManager,
    seen: Order,
    wanted: ReadonlySet<OrderParent>,
    today: string,
  ): Promise<LockedParents> {
    let locked: LockedParents = {};
    for (const parent of ORDER_PARENTS) {
      if (wanted.has(parent)) locked = { ...locked, ...(await this.locks[parent](manager, seen, today)) };
    }
    return locked;
  }

  private readonly locks: Record<OrderParent, Lock> = {
    convention: async (manager, seen, today) => ({
      conventionHolds: await this.gate.hold(manager, seen.schoolId, today),
    }),
    'contract-period': async (manager, { contractId, contractPeriodId }, today) => {
      if (contractPeriodId) await this.contracts.lockById(manager, contractPeriodId);
      const ofTheDay =
        contractId && !contractPeriodId ? await this.contracts.lockPeriod(manager, contractId, today) : null;
      return { periodId: contractPeriodId ?? ofTheDay };
    },
    envelope: async (manager, { envelopeId }) => {
      if (envelopeId) await this.ledger.lock(manager, [envelopeId]);
      return {};
    },
    'envelope-of-the-year': async (manager, { schoolId, kind }, today) => {
      const yearEnvelopeId = await this.ledger.findEnvelope(manager, schoolId, civilYearOf(today), kind);
      if (yearEnvelopeId) await this.ledger.lock(manager, [yearEnvelopeId]);
      return { yearEnvelopeId };
    },
  };
}
