import type { BudgetBarAnswer, OrderLineAnswer, OrderPage } from '@parc/api-client';
import { type LineAmounts, lineAmounts, ORDER_STATES, ORDERS, ORDERS_RESERVED, type OrderQuantity } from '@parc/domain';
import type { BudgetFigures, BudgetHighlight } from '@parc/ui';

/** Which quantity an order's amounts are of in its state: what was asked, then approved, then done. */
export function quantityKind(state: OrderPage['state']): OrderQuantity {
  return ORDER_STATES[state].quantity;
}

export function quantityOf(line: OrderLineAnswer, kind: OrderQuantity): number {
  if (kind === 'done') return line.quantityDone ?? line.quantityApproved ?? line.quantityAsked;
  return kind === 'approved' ? (line.quantityApproved ?? line.quantityAsked) : line.quantityAsked;
}

/** Amounts of a quantity of a line, in cents; null where the reader reads no money. */
export function amountsOf(line: OrderLineAnswer, quantity: number): LineAmounts | null {
  if (line.unitNetCents === null || line.vatBasisPoints === null) return null;
  return lineAmounts({ quantity, unitNetCents: line.unitNetCents, vatBasisPoints: line.vatBasisPoints });
}

export interface OrderTotals {
  readonly netCents: number;
  readonly totalCents: number;
  /** By rate, in basis points, lowest first. */
  readonly vat: readonly { readonly basisPoints: number; readonly amountCents: number }[];
}

/** Sums of the rounded lines; null where the reader reads no money. */
export function orderTotals(lines: readonly OrderLineAnswer[], kind: OrderQuantity): OrderTotals | null {
  const vat = new Map<number, number>();
  let netCents = 0;
  let totalCents = 0;
  for (const line of lines) {
    const amounts = amountsOf(line, quantityOf(line, kind));
    if (amounts === null) return null;
    netCents += amounts.netCents;
    totalCents += amounts.totalCents;
    vat.set(line.vatBasisPoints!, (vat.get(line.vatBasisPoints!) ?? 0) + amounts.vatCents);
  }
  const rates = [...vat].sort(([one], [other]) => one - other);
  return { netCents, totalCents, vat: rates.map(([basisPoints, amountCents]) => ({ basisPoints, amountCents })) };
}

export interface BudgetView {
  readonly figures: BudgetFigures;
  readonly highlight: BudgetHighlight | null;
  readonly availableCents: number;
}

export interface BudgetChange {
  readonly before: BudgetView;
  /** What the decision that is expected now makes of it; null when none moves money. */
  readonly after: BudgetView | null;
}

type Moneyed = Pick<OrderPage, 'budget' | 'state' | 'heldCents' | 'reportedCents' | 'certifiedCents'>;

/** The school's envelope before and after the decision that the order waits for. */
export function budgetChange(page: Moneyed): BudgetChange | null {
  const { budget, state } = page;
  if (budget === null) return null;
  const held = page.heldCents ?? 0;
  const cost = page.reportedCents ?? held;
  if (ORDERS_RESERVED.includes(state))
    return {
      before: view(budget, 'reserved', held),
      after: view(
        { ...budget, reservedCents: budget.reservedCents - held, committedCents: budget.committedCents + held },
        'committed',
        held,
      ),
    };
  if (ORDERS.statesFrom('complement').includes(state) && cost > held)
    return {
      before: view(budget, 'committed', held),
      after: view({ ...budget, committedCents: budget.committedCents + cost - held }, 'committed', cost),
    };
  if (ORDERS.statesFrom('certify').includes(state))
    return {
      before: view(budget, 'committed', held),
      after: view(
        { ...budget, committedCents: budget.committedCents - held, spentCents: budget.spentCents + cost },
        'spent',
        cost,
      ),
    };
  if (page.certifiedCents !== null) return { before: view(budget, 'spent', page.certifiedCents), after: null };
  return { before: view(budget, 'committed', held), after: null };
}

function view(budget: BudgetBarAnswer, part: BudgetHighlight['part'], amountCents: number): BudgetView {
  const { openedCents, spentCents, committedCents, reservedCents } = budget;
  return {
    figures: { openedCents, spentCents, committedCents, reservedCents },
    highlight: amountCents > 0 ? { part, amountCents, word: 'Cette commande' } : null,
    availableCents: openedCents - spentCents - committedCents - reservedCents,
  };
}
