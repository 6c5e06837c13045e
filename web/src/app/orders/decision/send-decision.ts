import {
  type Api,
  type ApproveRequest,
  type InvoiceRequest,
  type OrderMovedAnswer,
  ordersApprove,
  orderWorkRecordInvoice,
  type ReasonRequest,
  type SeenRequest,
  type ScheduleRequest,
} from '@parc/api-client';
import { type OrderAmounts, type PlanningAction, totalSeen } from '@parc/domain';
import { onVersion } from '../../shell/mutation';
import { orderMove } from '../order-move';
import type { ReasonAction } from './reason-decisions';

export type Decision =
  | { readonly action: 'approve'; readonly body: Omit<ApproveRequest, 'seenCents'> & Partial<SeenRequest> }
  | { readonly action: ReasonAction; readonly body: ReasonRequest }
  | { readonly action: PlanningAction; readonly slot: ScheduleRequest; readonly reason: string }
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
  if ('slot' in decision) return api.invoke(orderMove, { ...plain, ...decision });
  switch (decision.action) {
    case 'approve':
      return api.invoke(ordersApprove, {
        ...about,
        body: { seenCents: totalSeen('approve', order.shown), ...decision.body },
      });
    case 'record-invoice':
      return api.invoke(orderWorkRecordInvoice, { ...about, body: decision.body });
    case 'certify':
    case 'complement':
      return api.invoke(orderMove, { ...plain, action: decision.action });
    default:
      return api.invoke(orderMove, { ...plain, action: decision.action, ...decision.body });
  }
}
