import {
  type Api,
  type ApproveRequest,
  type InvoiceRequest,
  type MoveRequest,
  type OrderMovedAnswer,
  ordersApprove,
  orderMovesCancel,
  orderMovesReject,
  orderMovesReturn,
  orderMovesAdjourn,
  orderMovesCertify,
  orderMovesComplement,
  orderMovesConfirmByDefault,
  orderWorkMove,
  orderWorkRecordInvoice,
  orderWorkSchedule,
  type ReasonRequest,
  type ScheduleRequest,
} from '@parc/api-client';
import { onVersion } from '../../shell/mutation';
import type { ReasonAction } from './decisions';

export type Decision =
  | { readonly action: 'approve'; readonly body: ApproveRequest }
  | { readonly action: ReasonAction; readonly body: ReasonRequest }
  | { readonly action: 'schedule'; readonly body: ScheduleRequest }
  | { readonly action: 'move'; readonly body: MoveRequest }
  | { readonly action: 'record-invoice'; readonly body: InvoiceRequest }
  | { readonly action: 'certify' | 'complement' };

/** The order as it was read when the decision was made. */
export interface DecidedOrder {
  readonly id: string;
  readonly version: number;
}

const WITH_REASON = {
  return: orderMovesReturn,
  reject: orderMovesReject,
  cancel: orderMovesCancel,
  adjourn: orderMovesAdjourn,
  'confirm-by-default': orderMovesConfirmByDefault,
};

/** One decision on one version of an order. @throws Problem with the refusal's sentence */
export function sendDecision(
  api: Api,
  key: string,
  order: DecidedOrder,
  decision: Decision,
): Promise<OrderMovedAnswer> {
  const about = { ...onVersion(key, order.version), id: order.id };
  switch (decision.action) {
    case 'approve':
      return api.invoke(ordersApprove, { ...about, body: decision.body });
    case 'schedule':
      return api.invoke(orderWorkSchedule, { ...about, body: decision.body });
    case 'move':
      return api.invoke(orderWorkMove, { ...about, body: decision.body });
    case 'record-invoice':
      return api.invoke(orderWorkRecordInvoice, { ...about, body: decision.body });
    case 'certify':
      return api.invoke(orderMovesCertify, about);
    case 'complement':
      return api.invoke(orderMovesComplement, about);
    default:
      return api.invoke(WITH_REASON[decision.action], { ...about, body: decision.body });
  }
}
