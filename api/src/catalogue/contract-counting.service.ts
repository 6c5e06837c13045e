import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';

/** What one order adds to what its contract's period counts, or takes from it. */
export interface ContractCount {
  periodId: string;
  orderId: string;
  changeNetCents: number;
  reason: 'approve' | 'complement' | 'cancel' | 'certify';
  at: Date;
}

/** Orders against a contract's maximum, net of VAT, in the transaction of the envelope (rules.md 6): `lockOrders` holds the period. */
@Injectable()
export class ContractCountingService {
  /** @throws Refused order.contract-maximum with the net cents by which the maximum would be passed */
  async count(manager: EntityManager, { periodId, orderId, changeNetCents, reason, at }: ContractCount): Promise<void> {
    if (changeNetCents === 0) return;
    const [period] = await manager.query(
      'select counted_net_cents, maximum_net_cents from contract_period where id = $1',
      [periodId],
    );
    const counted = period.counted_net_cents + changeNetCents;
    if (counted > period.maximum_net_cents)
      throw new Refused('order.contract-maximum', { missingCents: counted - period.maximum_net_cents });
    await manager.query('update contract_period set counted_net_cents = $2 where id = $1', [periodId, counted]);
    await manager.query(
      `insert into contract_entry (period_id, order_id, change_net_cents, counted_after_net_cents, reason, posted_at, actor)
       values ($1, $2, $3, $4, $5, $6, current_actor())`,
      [periodId, orderId, changeNetCents, counted, reason, at],
    );
  }

  /** The next *bon de commande* of the period, without gap: its row is locked. */
  async nextPurchaseOrder(manager: EntityManager, periodId: string, year: number): Promise<string> {
    const [[row]] = await manager.query(
      `update contract_period p set last_purchase_order = last_purchase_order + 1 from contract c
        where p.id = $1 and c.id = p.contract_id returning c.number, p.last_purchase_order as last`,
      [periodId],
    );
    return `${row.number}/BC-${year}-${String(row.last).padStart(5, '0')}`;
  }
}
