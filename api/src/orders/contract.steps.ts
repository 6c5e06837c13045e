import { Injectable } from '@nestjs/common';
import { civilYearOf, type OrderEffectOn } from '@parc/domain';
import { ContractCountingService } from '../catalogue/contract-counting.service.js';
import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import { amountsOf } from './order.money.js';
import type { MovingOrder, OrderColumns } from './order.moving.js';

/** What an order counts against its contract's maximum, net; nothing for what the metropole does itself. */
@Injectable()
export class ContractSteps {
  constructor(private readonly contracts: ContractCountingService) {}

  /** @throws Refused order.contract-ended when no period of the contract holds */
  requirePeriod({ order, parents }: MovingOrder): void {
    if (order.contractId && !parents.periodId) throw new Refused('order.contract-ended');
  }

  /** @throws Refused order.contract-maximum */
  async count(moving: MovingOrder, of: string): Promise<Left<OrderColumns>> {
    const { manager, order, lines, parents, at } = moving;
    if (!parents.periodId) return {};
    const { quantity, reason } = COUNTED[of as OrderEffectOn<'count-contract'>];
    const { netCents } = amountsOf(lines, quantity);
    const changeNetCents = netCents - order.countedNetCents;
    await this.contracts.count(manager, { periodId: parents.periodId, orderId: order.id, changeNetCents, reason, at });
    return { columns: { contractPeriodId: parents.periodId, countedNetCents: netCents } };
  }

  /** @throws Refused order.contract-maximum where more was done, net, than was counted */
  async uncount(moving: MovingOrder, of: string): Promise<Left<OrderColumns>> {
    const { manager, order, parents, at } = moving;
    if (!parents.periodId) return {};
    const { changeNetCents, reason, columns } = UNCOUNTED[of as OrderEffectOn<'uncount-contract'>];
    await this.contracts.count(manager, {
      periodId: parents.periodId,
      orderId: order.id,
      changeNetCents: changeNetCents(moving),
      reason,
      at,
    });
    return { columns };
  }

  async numberPurchaseOrder({ manager, parents, today }: MovingOrder): Promise<Left<OrderColumns>> {
    if (!parents.periodId) return {};
    const number = await this.contracts.nextPurchaseOrder(manager, parents.periodId, civilYearOf(today));
    return { columns: { purchaseOrderNumber: number } };
  }
}

/** The lines' quantity that counts, and what the contract's account calls it. */
const COUNTED = {
  approved: { quantity: 'quantityApproved', reason: 'approve' },
  reported: { quantity: 'quantityDone', reason: 'complement' },
} as const satisfies Record<OrderEffectOn<'count-contract'>, object>;

interface Uncounted {
  changeNetCents(moving: MovingOrder): number;
  reason: 'cancel' | 'certify';
  columns: OrderColumns;
}

const UNCOUNTED: Record<OrderEffectOn<'uncount-contract'>, Uncounted> = {
  whole: {
    changeNetCents: ({ order }) => -order.countedNetCents,
    reason: 'cancel',
    columns: { countedNetCents: 0 },
  },
  // The contract counts what was certified: less than counted gives room back, and what was counted stays on the order. More
  // is taken from the maximum, or refused: an article with less tax costs no more than was committed, and more net.
  unspent: {
    changeNetCents: ({ order, lines }) => amountsOf(lines, 'quantityDone').netCents - order.countedNetCents,
    reason: 'certify',
    columns: {},
  },
};
