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
  type SeenRequest,
  type ScheduleRequest,
} from '@parc/api-client';
import { type OrderActionOnMoney, type OrderAmounts, totalSeen } from '@parc/domain';
import { onVersion } from '../../shell/mutation';
import type { ReasonAction } from './decisions';

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

const WITH_REASON = {
  return: orderMovesReturn,
  reject: orderMovesReject,
  cancel: orderMovesCancel,
  'confirm-by-default': orderMovesConfirmByDefault,
};

/** One decision on one version of an order, at the total that was shown. @throws Problem with the refusal's sentence */
export function sendDecision(
  api: Api,
  key: string,
  order: DecidedOrder,
  decision: Decision,
): Promise<OrderMovedAnswer> {
  const about = { ...onVersion(key, order.version), id: order.id };
  const seen = (action: OrderActionOnMoney): number => totalSeen(action, order.shown);
  switch (decision.action) {
    case 'approve':
      return api.invoke(ordersApprove, { ...about, body: { seenCents: seen('approve'), ...decision.body } });
    case 'schedule':
      return api.invoke(orderWorkSchedule, { ...about, body: decision.body });
    case 'move':
      return api.invoke(orderWorkMove, { ...about, body: decision.body });
    case 'record-invoice':
      return api.invoke(orderWorkRecordInvoice, { ...about, body: decision.body });
    case 'certify':
      return api.invoke(orderMovesCertify, { ...about, body: { seenCents: seen('certify') } });
    case 'complement':
      return api.invoke(orderMovesComplement, { ...about, body: { seenCents: seen('complement') } });
    case 'adjourn':
      return api.invoke(orderMovesAdjourn, { ...about, body: decision.body });
    default:
      return api.invoke(WITH_REASON[decision.action], {
        ...about,
        body: { ...decision.body, seenCents: seen(decision.action) },
      });
  }
}
