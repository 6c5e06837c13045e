import { ENVELOPE_KINDS, MOST_CENTS, type EnvelopeKind, type PriorityEducation } from '@parc/domain';
import { Cents, Flag, Id, List, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';

/** The largest sum a council votes for one kind of envelope: 100 million euros. */
const MOST_VOTED_CENTS = MOST_CENTS;
const MOST_FOR_ONE_CENTS = 100_000_000;

/** Basis points: 12500 is × 1,25. */
export class PriorityWeights implements Record<PriorityEducation, number> {
  @Whole({ max: 100_000 })
  none!: number;

  @Whole({ max: 100_000 })
  REP!: number;

  @Whole({ max: 100_000 })
  'REP+'!: number;
}

export class AllocationRuleRequest {
  @Cents({ min: 0, max: MOST_FOR_ONE_CENTS })
  baseCents!: number;

  @Cents({ min: 0, max: 10_000_000 })
  perClassCents!: number;

  @Cents({ min: 0, max: 1_000_000 })
  perPupilCents!: number;

  @Nested(() => PriorityWeights)
  priorityWeights!: PriorityWeights;

  @Cents({ min: 1, max: MOST_VOTED_CENTS, description: 'The sum to share out, in cents' })
  votedCents!: number;

  @Cents({ min: 1, max: 100_000, description: 'Amounts are multiples of it: 1 the cent, 1000 ten euros' })
  stepCents!: number;
}

export class FixedSchoolRequest {
  @Id()
  schoolId!: string;

  @Cents({ min: 0, max: MOST_FOR_ONE_CENTS })
  amountCents!: number;

  @Text({ min: 1, max: 200 })
  reason!: string;
}

export class AllocationRequest {
  @Whole({ min: 2000, max: 2100 })
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;

  @Nested(() => AllocationRuleRequest)
  rule!: AllocationRuleRequest;

  @List(() => FixedSchoolRequest, { most: 500, description: 'Schools fixed by hand: taken from the vote first' })
  fixed!: FixedSchoolRequest[];

  @Cents({
    min: 0,
    max: MOST_VOTED_CENTS,
    optional: true,
    description: 'Kept for the plan’s reserve, taken from the vote first',
  })
  reserveCents?: number;

  @Flag({ optional: true, description: 'A further vote for a year that is already shared out' })
  complement?: boolean;

  @Text({ max: 300, optional: true, description: 'The vote: read by schools on their statement' })
  reason?: string;

  @Text({ max: 64, optional: true, description: 'Hash of the preview that was looked at; needed to apply' })
  expected?: string;
}

export class AllocationQuery {
  @Flag({ optional: true, query: true })
  preview?: boolean;
}

export class AllocationDefaultsQuery {
  @Whole({ min: 2000, max: 2100, query: true })
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;
}

export class AllocationListQuery {
  @Whole({ min: 2000, max: 2100, optional: true, query: true })
  year?: number;
}
