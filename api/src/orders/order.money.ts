import { lineAmounts, type Hold, type LineAmounts } from '@parc/domain';
import type { OrderLine } from './order-line.entity.js';
import type { Order } from './order.entity.js';

/** The open hold the order's row names. */
export function holdOf(order: Order): Hold {
  return { entryId: order.holdId!, kind: order.holdKind!, amountCents: order.holdCents! };
}

/** The three columns that name a hold, or that none is left. */
export function holdColumns(hold: Hold | null): Pick<Order, 'holdId' | 'holdKind' | 'holdCents'> {
  return { holdId: hold?.entryId ?? null, holdKind: hold?.kind ?? null, holdCents: hold?.amountCents ?? null };
}

type Quantity = 'quantityAsked' | 'quantityApproved' | 'quantityDone';
type PricedLine = Pick<OrderLine, Quantity | 'unitNetCents' | 'vatBasisPoints'>;

/** Rounded amounts of the lines for one of their quantities. */
export function amountsOf(lines: readonly PricedLine[], quantity: Quantity): LineAmounts {
  return lines
    .map((line) =>
      lineAmounts({
        quantity: line[quantity] ?? 0,
        unitNetCents: line.unitNetCents,
        vatBasisPoints: line.vatBasisPoints,
      }),
    )
    .reduce(
      (sum, one) => ({
        netCents: sum.netCents + one.netCents,
        vatCents: sum.vatCents + one.vatCents,
        totalCents: sum.totalCents + one.totalCents,
      }),
      {
        netCents: 0,
        vatCents: 0,
        totalCents: 0,
      },
    );
}
