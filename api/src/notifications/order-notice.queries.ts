import { Injectable } from '@nestjs/common';
import type { OrderAction, OrderState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { contractOf } from '../catalogue/contract.sql.js';
import { schoolOf } from '../directory/school.sql.js';
import { AMOUNT, movesOf, ORDERS, PLANNED_FROM } from '../orders/order.sql.js';
import { all, join, leftJoin } from '../platform/database/joins.sql.js';

/** What a mail tells of an order that has just moved. */
export interface OrderNotice {
  id: string;
  number: string | null;
  title: string;
  state: OrderState;
  schoolId: string;
  schoolName: string;
  amountCents: number;
  plannedFrom: Date | null;
  assignedAccountId: string | null;
  contractHolderId: string | null;
  move: { id: string; accountId: string | null; reason: string | null };
}

/** The order and its last move, in the transaction that made it. */
@Injectable()
export class OrderNoticeQueries {
  async read(manager: EntityManager, orderId: string, action: OrderAction): Promise<OrderNotice> {
    const [row] = await manager.query(
      `select o.id, o.number, o.title, o.state, o.school_id as "schoolId", s.name as "schoolName",
              ${AMOUNT}::bigint as "amountCents",
              ${PLANNED_FROM} as "plannedFrom", o.assigned_account_id as "assignedAccountId", k.holder_id as "contractHolderId",
              json_build_object('id', m.id, 'accountId', m.account_id, 'reason', m.reason) as move
         from ${all(ORDERS)} ${join(schoolOf('o.school_id'))} ${leftJoin(contractOf('o.contract_id'))}
         ${join(movesOf())} and m.action = $2
        where o.id = $1 order by m.at desc, m.id desc limit 1`,
      [orderId, action],
    );
    if (!row) throw new Error(`order ${orderId} has not made the move ${action}`);
    return { ...row, amountCents: Number(row.amountCents) };
  }
}
