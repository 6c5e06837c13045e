import {
  ORDER_STATE_NAMES,
  PRIORITIES,
  SECTORS,
  type PriorityEducation,
  type SchoolSector,
  ORDER_VIEW_NAMES,
  type OrderView,
  MOST_CENTS,
} from '@parc/domain';
import { Cents, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

/** What the API answers about orders, and what may be asked of the list. Money is absent where the role does not read it. */

export const ORDER_SORTS = ['age', 'number', 'school', 'amount', 'state', 'planned'] as const;

export class OrderListQuery extends PageQuery {
  @OneOf(ORDER_VIEW_NAMES, { optional: true })
  view?: OrderView;

  @Flag({
    optional: true,
    query: true,
    description: 'The time of whoever is awaited has passed: answer, appointment, confirmation',
  })
  overdue?: boolean;

  @ManyOf(ORDER_STATE_NAMES, { optional: true })
  state?: string[];

  @Whole({ min: 2000, max: 2100, optional: true, query: true, description: 'Civil year of submission' })
  year?: number;

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;

  @ManyOf(PRIORITIES, { optional: true })
  priority?: string[];

  @Whole({ max: MOST_CENTS, optional: true, query: true, description: 'Cents, tax included' })
  minCents?: number;

  @Whole({ max: MOST_CENTS, optional: true, query: true, description: 'Cents, tax included' })
  maxCents?: number;

  @Text({ max: 100, optional: true, description: 'Number, title or school, accents or not' })
  search?: string;

  @OneOf(ORDER_SORTS, { optional: true })
  sort?: (typeof ORDER_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class OrderListItem {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @Text({ max: 300 })
  title!: string;

  @OneOf(ORDER_STATE_NAMES)
  state!: string;

  @Instant()
  stateSince!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: SchoolSector;

  @OneOf(PRIORITIES)
  priority!: PriorityEducation;

  @Cents({ nullable: true, description: 'Certified, else held, else asked; null where the role reads no money' })
  amountCents!: number | null;

  @Instant({ nullable: true })
  submittedAt!: string | null;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @Flag({ description: 'Waits for a decision, and no convention in force covers the school today' })
  blocked!: boolean;

  @Flag({ description: 'Waits for a decision, and a prerequisite is still promised and not kept' })
  waitsForPromise!: boolean;

  @Flag({ description: 'Waits for a decision, and something calls for a training first' })
  callsForTraining!: boolean;

  @Flag({ description: 'The school asked to cancel' })
  cancellationAsked!: boolean;

  @Flag({ description: 'Its appointment is over and the work not reported, or the school’s time to answer has passed' })
  late!: boolean;

  @Whole({ min: 1 })
  version!: number;
}

export class OrderList {
  @List(() => OrderListItem, { most: 200 })
  items!: OrderListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class OrderTab {
  @OneOf(ORDER_VIEW_NAMES)
  view!: string;

  @Whole()
  count!: number;

  @Cents({ nullable: true })
  amountCents!: number | null;
}

export class OrderTabs {
  @List(() => OrderTab, { most: 20 })
  tabs!: OrderTab[];
}
