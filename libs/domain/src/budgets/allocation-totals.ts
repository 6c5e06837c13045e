import type { Cents } from '../money/money.js';
import { askedCents, type AllocationRule, type AllocationSchool, type AllocationShare } from './allocation.js';

/** What the allotted sum is made of; the parts add up to it. */
export interface AllocationTotals {
  baseCents: Cents;
  classesCents: Cents;
  pupilsCents: Cents;
  /** What priority education adds. */
  priorityCents: Cents;
  /** What sharing out the vote and its step add or take, the rule's schools together. */
  sharingCents: Cents;
  /** What amounts fixed by hand add to, or take from, what the rule asked for those schools. */
  byHandCents: Cents;
}

/** @param shares the shares of the same schools, in the same order, as `allocate` answers them */
export function allocationTotals(
  rule: AllocationRule,
  schools: readonly AllocationSchool[],
  shares: readonly AllocationShare[],
): AllocationTotals {
  const sum = (part: (school: AllocationSchool, share: AllocationShare) => Cents) =>
    schools.reduce((total, school, i) => total + part(school, shares[i]!), 0);
  const classesOf = (school: AllocationSchool) => school.classes * rule.perClassCents;
  const pupilsOf = (school: AllocationSchool) => school.pupils * rule.perPupilCents;
  return {
    baseCents: schools.length * rule.baseCents,
    classesCents: sum(classesOf),
    pupilsCents: sum(pupilsOf),
    priorityCents: sum((school) => askedCents(rule, school) - rule.baseCents - classesOf(school) - pupilsOf(school)),
    sharingCents: sum((_school, share) => (share.fixed ? 0 : share.amountCents - share.askedCents)),
    byHandCents: sum((_school, share) => (share.fixed ? share.amountCents - share.askedCents : 0)),
  };
}
