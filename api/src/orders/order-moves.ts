import {
  judgeMove,
  ORDER_STATES,
  parisDateOf,
  verificationDueOn,
  type OrderAction,
  type OrderActor,
  type OrderFacts,
  type OrderMove,
} from '@parc/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import type { PlanSettings } from '../platform/config/plan-settings.js';
import { Refused } from '../platform/http/refused.js';
import { Order } from './order.entity.js';

/** Nobody's account: the system acts, and says why in the thread. */
export const SYSTEM = 'system';
export type Mover = Actor | typeof SYSTEM;

export function orderActor(mover: Mover): OrderActor {
  if (mover === SYSTEM) return { accountId: SYSTEM, role: 'system', mayCertify: false, contractHolderId: null };
  return {
    accountId: mover.accountId,
    role: mover.role,
    mayCertify: mover.mayCertify,
    contractHolderId: mover.contractHolderId,
  };
}

export interface FactsContext {
  settings: PlanSettings;
  /** ISO date, Europe/Paris. */
  today: string;
  lineCount: number;
  /** The firm of the order's contract. */
  contractHolderId: string | null;
}

/** The order as the rules see it. */
export function orderFacts(order: Order, context: FactsContext): OrderFacts {
  return {
    state: order.state,
    createdBy: order.createdBy,
    submittedBy: order.submittedBy,
    performedBy: order.performedBy,
    confirmedByDefaultBy: order.confirmedByDefaultBy,
    assignedAccountId: order.assignedAccountId,
    contractHolderId: context.contractHolderId,
    everStarted: order.everStarted,
    verificationDueOn: order.reportedAt
      ? verificationDueOn(parisDateOf(order.reportedAt), context.settings['order.verificationDays'])
      : null,
    today: context.today,
    committedCents: order.holdCents ?? 0,
    reportedCents: order.reportedCents ?? 0,
    roundingMaxCents: context.settings['order.roundingMax'] * context.lineCount,
    invoiceNumber: order.invoiceNumber,
    openPrerequisites: order.prerequisites.filter((prerequisite) => !prerequisite.kept).length,
  };
}

/** Asks the table. @throws Refused with the table's code, and the state's word where the state refuses */
export function requireMove(mover: Mover, action: OrderAction, facts: OrderFacts, reason?: string | null): OrderMove {
  const verdict = judgeMove(orderActor(mover), action, facts, reason);
  if (verdict.move) return verdict.move;
  const { code, ...detail } = verdict.refused;
  throw new Refused(code, { ...detail, state: ORDER_STATES[facts.state].word });
}

export interface MoveRecord {
  move: Pick<OrderMove, 'action' | 'next' | 'tells'>;
  mover: Mover;
  at: Date;
  reason?: string | null;
  /** Figures the thread tells, in cents, or names of things. */
  detail?: Record<string, unknown>;
}

/** The one place that changes a state: the order's row, the move that explains it and the notices, together. */
@Injectable()
export class OrderMoves {
  constructor(private readonly notifications: NotificationsService) {}

  async changeState(
    manager: EntityManager,
    order: Order,
    record: MoveRecord,
    changes: QueryDeepPartialEntity<Order> = {},
  ): Promise<OrderMoved> {
    const { move, at } = record;
    const stateChanges = move.next === order.state ? {} : { state: move.next, stateSince: at };
    await manager.update(Order, order.id, { ...stateChanges, ...changes });
    await recordMove(manager, order, record);
    await this.notifications.orderMoved(manager, { orderId: order.id, action: move.action, notices: move.tells });
    return {
      id: order.id,
      version: order.version + 1,
      state: move.next,
      number: (changes.number as string | undefined) ?? order.number,
    };
  }
}

export async function recordMove(
  manager: EntityManager,
  order: Pick<Order, 'id' | 'state'>,
  record: Omit<MoveRecord, 'move'> & { move: { action: string; next: string } },
): Promise<void> {
  const { move, mover, at, reason, detail } = record;
  await manager.query(
    `insert into order_move (order_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      order.id,
      move.action,
      move.action === 'compose' ? null : order.state,
      move.next,
      mover === SYSTEM ? null : mover.accountId,
      mover === SYSTEM ? SYSTEM : mover.role,
      mover !== SYSTEM && mover.deputy,
      at,
      reason?.trim() || null,
      detail ?? {},
    ],
  );
}

/** What every action answers: enough to go on, the page is read again. */
export interface OrderMoved {
  id: string;
  version: number;
  state: string;
  number: string | null;
}
