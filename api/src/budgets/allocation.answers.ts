import { ENVELOPE_KINDS, type EnvelopeKind, PRIORITIES, SECTORS, type PriorityEducation } from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PriorityWeights } from './allocation.dto.js';

export const FIGURES = ['classes', 'pupils'] as const;

export class AllocationItem {
  @Id()
  schoolId!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: string;

  @OneOf(PRIORITIES)
  priority!: PriorityEducation;

  @Whole({ nullable: true, description: 'First civil year of the school year of the figures' })
  schoolYear!: number | null;

  @Whole({ nullable: true })
  classes!: number | null;

  @Whole({ nullable: true })
  pupils!: number | null;

  @ManyOf(FIGURES, { description: 'Figures nobody knows: counted as none' })
  missing!: string[];

  @Cents({ description: 'What the rule asks, before the vote is shared out' })
  askedCents!: number;

  @Cents()
  amountCents!: number;

  @Flag()
  fixed!: boolean;

  @Text({ max: 200, nullable: true, description: 'Why it is fixed by hand' })
  reason!: string | null;

  @Cents({ nullable: true, description: 'Allocated the year before; null when there was no envelope' })
  lastYearCents!: number | null;

  @Cents({ nullable: true, description: 'Amount − last year’s' })
  gapCents!: number | null;
}

export class AllocationTotalsAnswer {
  @Cents()
  baseCents!: number;

  @Cents()
  classesCents!: number;

  @Cents()
  pupilsCents!: number;

  @Cents({ description: 'What priority education adds' })
  priorityCents!: number;

  @Cents({ description: 'What sharing out the vote and its step add or take' })
  sharingCents!: number;

  @Cents({ description: 'What amounts fixed by hand add or take' })
  byHandCents!: number;
}

export class AmountBucketAnswer {
  @Cents()
  fromCents!: number;

  @Cents({ nullable: true, description: 'Left out; null in the last bucket' })
  toCents!: number | null;

  @Whole()
  count!: number;
}

/** An allocation, previewed or applied: the same figures, by the same path. */
export class AllocationAnswer {
  @Id({ nullable: true, description: 'Null in a preview' })
  id!: string | null;

  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;

  @Text({ max: 64, description: 'To be sent back as `expected` when it is applied' })
  hash!: string;

  @Whole()
  schools!: number;

  @Cents()
  votedCents!: number;

  @Cents()
  reserveCents!: number;

  @Cents({ description: 'The schools together; voted = allotted + reserve + remainder' })
  allottedCents!: number;

  @Cents({ description: 'Voted and not allotted' })
  remainderCents!: number;

  @Nested(() => AllocationTotalsAnswer)
  totals!: AllocationTotalsAnswer;

  @List(() => AmountBucketAnswer, { most: 20, description: 'Schools by amount' })
  histogram!: AmountBucketAnswer[];

  @Cents({ nullable: true })
  medianCents!: number | null;

  @List(() => AllocationItem, { most: 2_000, description: 'Every open eligible school, by UAI' })
  items!: AllocationItem[];
}

/** What the form opens with. */
export class AllocationDefaults {
  @Cents()
  baseCents!: number;

  @Cents()
  perClassCents!: number;

  @Cents()
  perPupilCents!: number;

  @Nested(() => PriorityWeights)
  priorityWeights!: PriorityWeights;

  @Cents()
  stepCents!: number;

  @Cents({ nullable: true, description: 'Voted the year before, to start from' })
  lastVotedCents!: number | null;

  @Text({ max: 500, description: 'Where the rule comes from' })
  source!: string;

  @Day({ nullable: true, description: 'Since when it holds; null for the product’s own rule' })
  fromDay!: string | null;

  @Flag({ description: 'The year is already shared out: a further vote is a complement' })
  alreadyOpened!: boolean;
}

export class AllocationRun {
  @Id()
  id!: string;

  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;

  @Cents()
  votedCents!: number;

  @Cents()
  allottedCents!: number;

  @Cents()
  reserveCents!: number;

  @Whole({ description: 'Schools it gave something to' })
  schools!: number;

  @Flag()
  complement!: boolean;

  @Text({ max: 300 })
  reason!: string;

  @Text({ max: 200, nullable: true })
  byName!: string | null;

  @Instant()
  appliedAt!: string;
}

export class AllocationRuns {
  @List(() => AllocationRun, { most: 200, description: 'Newest first' })
  items!: AllocationRun[];
}
