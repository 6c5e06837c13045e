import type { PriorityEducation } from '../directory/school-kinds.js';
import type { BasisPoints, Cents } from '../money/money.js';
import { divideHalfUp } from '../money/money.js';

/** The yearly allocation rule (rules.md 7). Amounts in cents; weights in basis points, 10000 being × 1. */
export interface AllocationRule {
  baseCents: Cents;
  perClassCents: Cents;
  perPupilCents: Cents;
  priorityWeights: Record<PriorityEducation, BasisPoints>;
  /** The sum the council voted; what the rule asks is scaled to it. */
  votedCents: Cents;
  /** Amounts are multiples of this (1 for the cent, 1000 for 10 €); what the step leaves is stated, never hidden. */
  stepCents: Cents;
}

export interface AllocationSchool {
  uai: string;
  classes: number;
  pupils: number;
  priority: PriorityEducation;
  /** Fixed by hand: taken from the vote first and left as it is. */
  fixedCents: Cents | null;
}

export interface AllocationShare {
  uai: string;
  /** What the rule asks before the vote is shared out. */
  askedCents: Cents;
  amountCents: Cents;
  fixed: boolean;
}

export interface Allocation {
  shares: AllocationShare[];
  allottedCents: Cents;
  /** Voted and not allotted, from the step alone. */
  remainderCents: Cents;
}

export type AllocationRefusal = 'allocation.fixed-above-vote' | 'allocation.nothing-to-share';

/** What the rule asks for one school, before sharing: (base + classes + pupils) × weight, half up to the cent. */
export function askedCents(rule: AllocationRule, school: AllocationSchool): Cents {
  const sum = rule.baseCents + school.classes * rule.perClassCents + school.pupils * rule.perPupilCents;
  return divideHalfUp(sum * rule.priorityWeights[school.priority], 10_000);
}

/**
 * Shares the voted sum by largest remainder over what the rule asks, ties by UAI, hand-fixed schools first. Every cent of
 * the vote is either in a share or in the stated remainder.
 */
export function allocate(
  rule: AllocationRule,
  schools: readonly AllocationSchool[],
): Allocation | { refused: AllocationRefusal } {
  const fixed = schools.filter((school) => school.fixedCents !== null);
  const free = schools.filter((school) => school.fixedCents === null);
  const fixedSum = fixed.reduce((sum, school) => sum + school.fixedCents!, 0);
  if (fixedSum > rule.votedCents) return { refused: 'allocation.fixed-above-vote' };
  const weights = free.map((school) => askedCents(rule, school));
  if (free.length > 0 && weights.every((weight) => weight === 0)) return { refused: 'allocation.nothing-to-share' };

  const steps = Math.floor((rule.votedCents - fixedSum) / rule.stepCents);
  const parts = shareByLargestRemainder(
    steps,
    weights,
    free.map((school) => school.uai),
  );
  const amounts = new Map(free.map((school, i) => [school.uai, parts[i]! * rule.stepCents]));
  const shares = schools.map((school) => ({
    uai: school.uai,
    askedCents: askedCents(rule, school),
    amountCents: school.fixedCents ?? amounts.get(school.uai)!,
    fixed: school.fixedCents !== null,
  }));
  const allottedCents = shares.reduce((sum, share) => sum + share.amountCents, 0);
  return { shares, allottedCents, remainderCents: rule.votedCents - allottedCents };
}

/** Whole parts of `total` in proportion to the weights; the units left go to the largest remainders, ties by key. Exact (bigint). */
export function shareByLargestRemainder(total: number, weights: readonly number[], keys: readonly string[]): number[] {
  const sum = weights.reduce((acc, weight) => acc + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((value) => Number(value / sum));
  const left = total - parts.reduce((acc, part) => acc + part, 0);
  const order = exact
    .map((value, i) => ({ i, remainder: value % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? (keys[a.i]! < keys[b.i]! ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { i } of order.slice(0, left)) parts[i]!++;
  return parts;
}
