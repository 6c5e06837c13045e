import type { AllocationRule, EnvelopeKind } from '@parc/domain';

/** `order.autoMax`: a basket up to this total, tax included, is approved without a person. */
export const AUTO_APPROVAL_MAX_CENTS = 30_000;

/** The decision that delegates automatic approval: public money needs a name. */
export const AUTO_APPROVAL_DECISION = 'Décision du président 2023-118';

/** What the plan keeps aside each year for transfers, in cents. */
const RESERVE_CENTS: Record<EnvelopeKind, number> = { installation: 755_000, maintenance: 1_000_000 };

const VOTED_CENTS: Record<EnvelopeKind, number> = { installation: 32_000_000, maintenance: 16_000_000 };

export function reserveOf(kind: EnvelopeKind, scale: number): number {
  return RESERVE_CENTS[kind] * scale;
}

/**
 * The yearly rule: 320 000 € for installation and 160 000 € for maintenance, the reserve taken first. A scale above 1
 * multiplies the vote, for measures at a larger size.
 */
export function allocationRuleOf(kind: EnvelopeKind, year: number, scale = 1): AllocationRule {
  const installation = kind === 'installation';
  // The base rose with the third year; the vote did not: shares are scaled to it.
  const baseCents = installation ? (year < 2025 ? 38_000 : 40_000) : 20_000;
  return {
    baseCents,
    perClassCents: installation ? 9_000 : 4_500,
    perPupilCents: installation ? 300 : 150,
    priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
    votedCents: (VOTED_CENTS[kind] - RESERVE_CENTS[kind]) * scale,
    stepCents: 1_000,
  };
}
