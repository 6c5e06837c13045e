import { ITEM_CATEGORIES, ITEM_KINDS, kindsOf, PERFORMERS, PREREQUISITES, type Prerequisite } from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, ManyOf, OneOf, Text, TimeOfDay, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What a school may order, and what its basket would cost: read by those who compose. */

export const SLOT_KINDS = ['after-class', 'half-day-without-class', 'day-without-class', 'school-holiday'] as const;
/** Slots proposed beside a basket: a choice, not a calendar. */
export const PROPOSED_SLOTS = 6;

export class OrderableQuery {
  @Text({ max: 100, optional: true, description: 'Name, reference or description, accents or not' })
  search?: string;

  @OneOf(ITEM_CATEGORIES, { optional: true })
  category?: string;
}

export class OrderableItemAnswer {
  @Id()
  id!: string;

  @OneOf(ITEM_KINDS)
  kind!: string;

  @OneOf(ITEM_CATEGORIES)
  category!: string;

  @Text({ max: 60 })
  reference!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 2000 })
  description!: string;

  @Text({ max: 2000, description: '“Comprend”' })
  includes!: string;

  @Text({ max: 2000, description: '“Ne comprend pas”' })
  excludes!: string;

  @Text({ max: 60, description: 'What one is, with its article: “le poste”' })
  unit!: string;

  @Text({ max: 60, description: 'Name of a picture of the design' })
  picture!: string;

  @Whole()
  delayWorkingDays!: number;

  @Flag({ description: 'Done without coming to the school' })
  remote!: boolean;

  @Cents({ description: 'One unit, tax included, in cents' })
  priceCents!: number;

  @Cents({ description: 'One unit, net of VAT, in cents' })
  unitNetCents!: number;

  @Whole({ max: 10_000 })
  vatBasisPoints!: number;

  @OneOf(PERFORMERS)
  performer!: string;

  @Text({ max: 200 })
  performerName!: string;

  @ManyOf(PREREQUISITES, { description: 'What must be there first' })
  needs!: string[];

  @Text({ max: 200, nullable: true, description: 'Training to have followed before use' })
  trainingModule!: string | null;

  @Flag()
  investment!: boolean;

  @Flag({ description: 'Cannot be submitted: it takes a quote' })
  onQuote!: boolean;
}

export class CategoryCount {
  @OneOf(ITEM_CATEGORIES)
  category!: string;

  @Whole()
  count!: number;
}

export class OrderableCatalogue {
  @List(() => OrderableItemAnswer, { most: LIMITS.pageSize.most })
  items!: OrderableItemAnswer[];

  @List(() => CategoryCount, {
    most: kindsOf(ITEM_CATEGORIES).length,
    description: 'Under the same search, whatever the category',
  })
  categories!: CategoryCount[];
}

export class EstimateLineRequest {
  @Id()
  itemId!: string;

  @Whole({ min: 1, max: 999 })
  quantity!: number;
}

export class EstimateRequest {
  @List(() => EstimateLineRequest, { most: LIMITS.linesPerOrder, least: 1 })
  lines!: EstimateLineRequest[];

  @ManyOf(PREREQUISITES, { optional: true, description: 'Prerequisites ticked: somebody has looked, it is there' })
  kept?: Prerequisite[];
}

export class EstimateLine {
  @Id()
  itemId!: string;

  @Flag({ description: 'False when it has left the catalogue: not in the totals' })
  orderable!: boolean;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Whole()
  quantity!: number;

  @Cents({ description: 'One unit, tax included, in cents' })
  priceCents!: number;

  @Cents()
  netCents!: number;

  @Cents()
  vatCents!: number;

  @Cents()
  totalCents!: number;
}

export class PerformerShare {
  @OneOf(PERFORMERS)
  performer!: string;

  @Text({ max: 200 })
  performerName!: string;

  @Cents()
  totalCents!: number;
}

export class ProposedSlot {
  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;

  @OneOf(SLOT_KINDS)
  kind!: string;
}

/** A training that what is chosen asks for. */
export class TrainingCall {
  @Text({ max: 200 })
  module!: string;

  @Flag({ description: 'Nobody of the school knows yet what it teaches' })
  waits!: boolean;

  @Instant({ nullable: true, description: 'When the next session with places begins that teaches it' })
  nextAt!: string | null;
}

export class Estimate {
  @List(() => EstimateLine, { most: LIMITS.linesPerOrder })
  lines!: EstimateLine[];

  @Cents()
  netCents!: number;

  @Cents()
  vatCents!: number;

  @Cents()
  totalCents!: number;

  @List(() => PerformerShare, { most: LIMITS.linesPerOrder, description: 'One order each, once submitted' })
  performers!: PerformerShare[];

  @Day({ description: 'The longest delay of the lines, in working days from today' })
  firstPossibleOn!: string;

  @List(() => ProposedSlot, { most: PROPOSED_SLOTS, description: 'Outside class, by the school’s hours and holidays' })
  slots!: ProposedSlot[];

  @ManyOf(PREREQUISITES)
  needs!: string[];

  @List(() => TrainingCall, { most: LIMITS.linesPerOrder })
  trainings!: TrainingCall[];

  @Flag({ description: 'The system approves it as soon as it is submitted (order.autoMax)' })
  automatic!: boolean;

  @Cents({ description: 'order.autoMax, tax included, in cents' })
  autoMaxCents!: number;
}
