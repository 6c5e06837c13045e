import { RETURN_ACTIONS, RETURN_STATE_NAMES, ROLES, type ReturnAction, type ReturnState } from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about returns to makers. */

export class ReturnListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only what is not back' })
  open?: boolean;

  @Flag({ optional: true, query: true, description: 'Only what is not back and whose day of review has come' })
  due?: boolean;

  @ManyOf(RETURN_STATE_NAMES, { optional: true })
  state?: ReturnState[];

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  ticketId?: string;

  @OneOf(['review'], { optional: true })
  sort?: 'review';

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
export class ReturnAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(RETURN_STATE_NAMES)
  state!: ReturnState;

  @Instant()
  stateSince!: string;

  @Id()
  ticketId!: string;

  @Text({ max: 30 })
  ticketNumber!: string;

  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  equipmentTag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 200, nullable: true })
  makerName!: string | null;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Day({ description: 'When somebody asks the maker where it is' })
  reviewOn!: string;

  @Flag({ description: 'Not back, and its day of review has come' })
  due!: boolean;
}

export class ReturnListItem extends ReturnAlike {}

export class ReturnList {
  @List(() => ReturnListItem, { most: LIMITS.pageSize.most })
  items!: ReturnListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One line of the thread. */
export class ReturnHistoryLine {
  @OneOf([...RETURN_ACTIONS, 'prepare'])
  action!: ReturnAction | 'prepare';

  @OneOf(RETURN_STATE_NAMES)
  toState!: ReturnState;

  @Instant()
  at!: string;

  @OneOf(ROLES)
  role!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

export class ReturnPage extends ReturnAlike {
  @Text({ max: 1000, description: 'What the maker is told' })
  fault!: string;

  @Text({ max: 100, nullable: true, description: 'As it is now' })
  serial!: string | null;

  @Text({ max: 200 })
  preparedByName!: string;

  @Day()
  preparedOn!: string;

  @Day({ description: 'As it was known when it was prepared' })
  warrantyUntil!: string;

  @Day({ nullable: true })
  sentOn!: string | null;

  @Text({ max: 60, nullable: true })
  trackingNumber!: string | null;

  @Text({ max: 100, nullable: true, description: 'Of what went away for good' })
  formerSerial!: string | null;

  @Text({ max: 100, nullable: true, description: 'Of what came back in its place' })
  newSerial!: string | null;

  @List(() => ReturnHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: ReturnHistoryLine[];

  @ManyOf(RETURN_ACTIONS, { description: 'What this person can do now' })
  possible!: ReturnAction[];
}
