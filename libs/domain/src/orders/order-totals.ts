import type { OrderAction } from './order-lifecycle.js';

/** An amount of an order that people act on: asked for, approved, held of the budget, or reported by who did the work. */
export type OrderTotal = 'asked' | 'approved' | 'held' | 'reported';

/**
 * Acts on money, and the amount each is about: what the person had before their eyes travels with the act, and another one
 * is refused (`total-seen`). Confirming and reporting move no money; they accept what it will cost.
 */
export const ORDER_TOTALS = {
  submit: 'asked',
  withdraw: 'held',
  return: 'held',
  approve: 'approved',
  reject: 'held',
  cancel: 'held',
  report: 'reported',
  confirm: 'reported',
  'confirm-by-default': 'reported',
  complement: 'reported',
  certify: 'reported',
} as const satisfies Partial<Record<OrderAction, OrderTotal>>;
export type OrderActionOnMoney = keyof typeof ORDER_TOTALS;

export const isOnMoney = (action: string): action is OrderActionOnMoney => action in ORDER_TOTALS;

/** Amounts of an order as a page or a row shows them, integer cents; null where its reader reads none. */
export interface OrderAmounts {
  askedCents: number | null;
  heldCents: number | null;
  reportedCents: number | null;
}

/** What an act is about, of an order as it is shown; approving is about the whole of what was asked. Integer cents. */
export function totalSeen(action: OrderActionOnMoney, amounts: OrderAmounts): number {
  const shown = {
    asked: amounts.askedCents,
    approved: amounts.askedCents,
    held: amounts.heldCents,
    reported: amounts.reportedCents,
  };
  return shown[ORDER_TOTALS[action]] ?? 0;
}
