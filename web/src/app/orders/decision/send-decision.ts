import {
  type Api,
  type ApproveRequest,
  type InvoiceRequest,
  type MoveRequest,
  type OrderMovedAnswer,
  ordersApprove,
  orderWorkRecordInvoice,
  type ReasonRequest,
  type SeenRequest,
  type ScheduleRequest,
} from '@parc/api-client';
import { type OrderAmounts, totalSeen } from '@parc/domain';
import { onVersion } from '../../shell/mutation';
import { orderMove } from '../order-move';
import type { ReasonAction } from './reason-decisions';

export type Decision =
  | { readonly action: 'approve'; readonly body: Omit<ApproveRequest, 'seenCents'> & Partial<SeenRequest> }
  | { readonly action: ReasonAction; readonly body: ReasonRequest }
  | { readonly action: 'schedule'; readonly body: ScheduleRequest }
  | { readonly action: 'move'; readonly body: MoveRequest }
  | { readonly action: 'record-invoice'; readonly body: InvoiceRequest }
  | { readonly action: 'certify' | 'complement' };

/** The order as it was read when the decision was made. */
export interface DecidedOrder {
  readonly id: string;
  readonly version: number;
  /** Its amounts, as they were shown. */
  readonly shown: OrderAmounts;
}

/** One decision on one version of an order, at the total that was shown. @throws Problem with the refusal's sentence */
export function sendDecision(
  api: Api,
  key: string,
  order: DecidedOrder,
  decision: Decision,
): Promise<OrderMovedAnswer> {
  const about = { ...onVersion(key, order.version), id: order.id };
  const plain = { ...about, shown: order.shown };
  switch (decision.action) {
    case 'approve':
      return api.invoke(ordersApprove, {
        ...about,
        body: { seenCents: totalSeen('approve', order.shown), ...decision.body },
      });
    case 'schedule':
      return api.invoke(orderMove, { ...plain, action: decision.action, slot: decision.body });
    case 'move': {
      const { reason, ...slot } = decision.body;
      return api.invoke(orderMove, { ...plain, action: decision.action, reason, slot });
    }
    case 'record-invoice':
      return api.invoke(orderWorkRecordInvoice, { ...about, body: decision.body });
    case 'certify':
    case 'complement':
      return api.invoke(orderMove, { ...plain, action: decision.action });
    default:
      return api.invoke(orderMove, { ...plain, action: decision.action, ...decision.body });
  }
}
