import { ORDERS, type OrderState } from '@parc/domain';

/** Somebody is at it: it ends with a report. */
export function isBegun(state: OrderState): boolean {
  return ORDERS.statesFrom('report').includes(state);
}
