import { ORDERS } from './order-lifecycle.js';
import { ORDER_STATE_NAMES, ORDERS_DONE, ORDERS_TO_DO, ORDERS_UNDER_WAY, type OrderState } from './order-states.js';

/**
 * Saved views of orders, each by the states it holds: the list, its counts and the filter by state follow. Several ask more
 * of an order than its state; the list's statement says what.
 */
export const ORDER_VIEWS = {
  all: ORDER_STATE_NAMES,
  drafts: ORDERS.statesFrom('submit'),
  'to-approve': ORDERS.statesFrom('approve'),
  blocked: ORDERS.statesFrom('approve'),
  'to-cancel': ORDERS.statesFrom('cancel'),
  'to-schedule': ORDERS.statesFrom('schedule'),
  'to-do': ORDERS_TO_DO,
  'to-confirm': ORDERS.statesFrom('confirm'),
  'to-certify': ORDERS.statesFrom('certify'),
  'to-invoice': ORDERS.statesFrom('record-invoice'),
  'under-way': ORDERS_UNDER_WAY,
  done: ORDERS_DONE,
} satisfies Record<string, readonly OrderState[]>;
export type OrderView = keyof typeof ORDER_VIEWS;
export const ORDER_VIEW_NAMES = Object.keys(ORDER_VIEWS) as readonly OrderView[];
