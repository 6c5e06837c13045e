import { ENVELOPE_KINDS, type EnvelopeKind, kindsOf, PRIORITIES, SECTORS } from '@parc/domain';
import { Cents, Day, Flag, Id, List, Nested, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

/** What the API answers about envelopes, and what may be asked of their list. */

export const BUDGET_SORTS = [
  'school',
  'commune',
  'opened',
  'available',
  'reserved',
  'committed',
  'spent',
  'used',
] as const;

/** The amounts of one or several envelopes: opened = reserved + committed + spent + available. */
export class EnvelopeAmounts {
  @Cents()
  openedCents!: number;

  @Cents()
  reservedCents!: number;

  @Cents()
  committedCents!: number;

  @Cents()
  spentCents!: number;

  @Cents()
  availableCents!: number;
}

/** One envelope, and what its opened amount is made of: allocated + transferred + carried − lapsed. */
export class EnvelopeBar extends EnvelopeAmounts {
  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;

  @Day({ nullable: true, description: 'Day it was closed: no movement any more' })
  closedOn!: string | null;

  @Cents()
  allocatedCents!: number;

  @Cents()
  transferredCents!: number;

  @Cents()
  carriedCents!: number;

  @Cents({ min: 0 })
  lapsedCents!: number;

  @Whole({ description: 'Orders that moved it' })
  orders!: number;
}

export class BudgetSchoolAnswer {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 100 })
  communeName!: string;
}

export class YearQuery {
  @Whole({ min: 2000, max: 2100, optional: true, query: true, description: 'Civil year; this year when left out' })
  year?: number;
}

export class SchoolBudgets {
  @Nested(() => BudgetSchoolAnswer)
  school!: BudgetSchoolAnswer;

  @Whole()
  year!: number;

  @List(() => EnvelopeBar, { most: kindsOf(ENVELOPE_KINDS).length, description: 'Those that are open this year' })
  bars!: EnvelopeBar[];

  @List(() => BudgetYear, { most: 100, description: 'Years with an envelope, newest first' })
  years!: BudgetYear[];
}

export class BudgetYear {
  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;
}

/** What totals and the list are filtered by. */
export class BudgetFilter extends PageQuery {
  @Whole({ min: 2000, max: 2100, optional: true, query: true, description: 'Civil year; this year when left out' })
  year?: number;

  @OneOf(ENVELOPE_KINDS, { optional: true, description: 'installation when left out' })
  kind?: EnvelopeKind;

  @Text({ max: 100, optional: true, description: 'School, accents or not, or UAI' })
  search?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;
}

export class BudgetListQuery extends BudgetFilter {
  @OneOf(BUDGET_SORTS, { optional: true })
  sort?: (typeof BUDGET_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class BudgetListItem extends EnvelopeAmounts {
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
  priority!: string;

  @Flag({ description: 'False while this year’s envelope is not open: its amounts are zero' })
  opened!: boolean;
}

export class BudgetList {
  @List(() => BudgetListItem, { most: 200 })
  items!: BudgetListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** Sums of the schools a filter keeps; only for who reaches the whole territory. */
export class BudgetTotals extends EnvelopeAmounts {
  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;

  @Whole({ description: 'Schools with an envelope' })
  schools!: number;

  @Nested(() => EnvelopeAmounts, { nullable: true, description: 'The plan’s reserve, which is no school’s' })
  reserve!: EnvelopeAmounts | null;
}
