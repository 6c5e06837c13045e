/** An amount in integer euro cents, tax included unless its name says net. */
export type Cents = number;

/** No single amount is larger: 100 million euros, a hundred times what one plan spends. 900,000 of them still add up exactly. */
export const MOST_CENTS: Cents = 10_000_000_000;

/** A rate or weight in basis points: 2000 is 20 %, 12500 is × 1.25. */
export type BasisPoints = number;

export interface PricedLine {
  quantity: number;
  /** Net price of one unit, in cents. */
  unitNetCents: Cents;
  vatBasisPoints: BasisPoints;
}

export interface LineAmounts {
  netCents: Cents;
  vatCents: Cents;
  totalCents: Cents;
}

/**
 * Net, VAT and total of one line. VAT is rounded per line, half up (rules.md 7): totals are sums of rounded lines,
 * never a rounding of sums, so that a printed order form adds up.
 * @throws RangeError when a quantity or price is not a whole number of units or cents, or is negative.
 */
export function lineAmounts(line: PricedLine): LineAmounts {
  requireWhole(line.quantity, 'quantity');
  requireWhole(line.unitNetCents, 'unitNetCents');
  requireWhole(line.vatBasisPoints, 'vatBasisPoints');
  const netCents = line.quantity * line.unitNetCents;
  const vatCents = divideHalfUp(netCents * line.vatBasisPoints, 10_000);
  return { netCents, vatCents, totalCents: netCents + vatCents };
}

/** Sums of the rounded lines. */
export function sumAmounts(lines: readonly PricedLine[]): LineAmounts {
  return lines.map(lineAmounts).reduce(
    (sum, line) => ({
      netCents: sum.netCents + line.netCents,
      vatCents: sum.vatCents + line.vatCents,
      totalCents: sum.totalCents + line.totalCents,
    }),
    { netCents: 0, vatCents: 0, totalCents: 0 },
  );
}

/** Price of one unit, tax included, in cents: what a catalogue shows. */
export function unitTotalCents(unitNetCents: Cents, vatBasisPoints: BasisPoints): Cents {
  return lineAmounts({ quantity: 1, unitNetCents, vatBasisPoints }).totalCents;
}

/** Whole division of non-negative integers, halves rounded up. Exact below 2^53. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((numerator + denominator / 2) / denominator);
}

function requireWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} must be a whole number ≥ 0, got ${value}`);
}
