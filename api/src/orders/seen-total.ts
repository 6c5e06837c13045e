import { ORDER_TOTALS, type OrderActionOnMoney, type OrderTotal } from '@parc/domain';
import { SYSTEM } from '../identity/mover.js';
import { requireSeen } from '../platform/http/write.js';
import { approvedLines } from './approved-quantities.js';
import { amountsOf, holdOf } from './order.money.js';
import { brought, type MovingOrder } from './order.moving.js';

/** What an act would be about now, integer cents, tax included: by the amount that `ORDER_TOTALS` names. */
export type TotalsNow = Record<OrderTotal, (moving: MovingOrder) => number | Promise<number>>;

export const SETTLED_TOTALS = {
  approved: (moving) => amountsOf(approvedLines(moving), 'quantityApproved').totalCents,
  held: ({ order }) => holdOf(order).amountCents,
} satisfies Partial<TotalsNow>;

/**
 * A person acts on the total they saw, and on no other. The system saw none: it acts on the plan's settings.
 * @throws Refused total.changed, with the total as it is now
 */
export async function requireTotalSeen(moving: MovingOrder, totals: TotalsNow): Promise<void> {
  if (moving.mover === SYSTEM) return;
  const seenCents = brought(moving, 'seenCents');
  if (seenCents === null) return;
  requireSeen(seenCents, await totals[ORDER_TOTALS[moving.action as OrderActionOnMoney]](moving));
}
