import {
  HALF_DAYS,
  KIT_CONDITION_NAMES,
  LOAN_ACTIONS,
  LOAN_STATE_NAMES,
  MISSING_OUTCOME_NAMES,
  ROLES,
  type HalfDay,
  type KitCondition,
  type LoanAction,
  type LoanState,
  type MissingOutcome,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about loans. */

export const LOAN_SORTS = ['start', 'end'] as const;

export class LoanListQuery extends PageQuery {
  @Flag({
    optional: true,
    query: true,
    description: 'Only what takes its kit: asked for, granted, out, or not checked yet',
  })
  holding?: boolean;

  @ManyOf(LOAN_STATE_NAMES, { optional: true })
  state?: LoanState[];

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  kitId?: string;

  @Id({ optional: true, description: 'What is lent while this ticket is repaired' })
  ticketId?: string;

  @OneOf(LOAN_SORTS, { optional: true })
  sort?: (typeof LOAN_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
export class LoanAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @OneOf(LOAN_STATE_NAMES)
  state!: LoanState;

  @Instant()
  stateSince!: string;

  @Text({ max: 200, description: 'Of the kit; of a spare, of its model' })
  kitName!: string;

  @Text({ max: 30 })
  equipmentTag!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Day()
  fromDay!: string;

  @OneOf(HALF_DAYS)
  fromHalf!: HalfDay;

  @Day({ description: 'The last day, included' })
  toDay!: string;

  @OneOf(HALF_DAYS)
  toHalf!: HalfDay;

  @Flag({ description: 'Out past its end' })
  late!: boolean;

  @Id({ nullable: true, description: 'A spare, while this ticket is repaired' })
  ticketId!: string | null;
}

export class LoanListItem extends LoanAlike {}

export class LoanList {
  @List(() => LoanListItem, { most: LIMITS.pageSize.most })
  items!: LoanListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One line of the thread. */
export class LoanHistoryLine {
  @OneOf([...LOAN_ACTIONS, 'request'])
  action!: LoanAction | 'request';

  @OneOf(LOAN_STATE_NAMES)
  toState!: LoanState;

  @Instant()
  at!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

/** How it was when it left, or when it came back. */
export class LoanCheckAnswer {
  @OneOf(['out', 'back'])
  direction!: 'out' | 'back';

  @Instant()
  at!: string;

  @OneOf(KIT_CONDITION_NAMES)
  condition!: KitCondition;

  @Flag()
  accessoriesComplete!: boolean;

  @Text({ max: 1000, nullable: true })
  note!: string | null;
}

export class LoanDeviceAnswer {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Flag({ nullable: true, description: 'Null while it is out, and before it has left' })
  back!: boolean | null;

  @OneOf(MISSING_OUTCOME_NAMES, { nullable: true })
  outcome!: MissingOutcome | null;

  @Id({ nullable: true })
  ticketId!: string | null;
}

export class LoanPerson {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

/** Who waits for the same kit. */
export class LoanAwaiting {
  @Text({ max: 200 })
  schoolName!: string;

  @Day()
  fromDay!: string;
}

export class LoanPage extends LoanAlike {
  @Id({ nullable: true })
  kitId!: string | null;

  @Text({ max: 30, nullable: true })
  ticketNumber!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 300, nullable: true })
  accessories!: string | null;

  @Text({ max: 200, nullable: true, description: 'Where it comes back to' })
  homePlace!: string | null;

  @Text({ max: 500, nullable: true })
  purpose!: string | null;

  @Text({ max: 200 })
  requesterName!: string;

  @Id()
  referentId!: string;

  @Text({ max: 200 })
  referentName!: string;

  @Day({ nullable: true, description: 'Until when it is checked, included; null where nothing is, or nobody knows' })
  checkedUntilDay!: string | null;

  @Flag({ nullable: true, description: 'Whether a convention covers the school today; to those who grant' })
  conventionOpen!: boolean | null;

  @Nested(() => LoanAwaiting, { nullable: true, description: 'Next; to those who see every loan' })
  awaitedBy!: LoanAwaiting | null;

  @List(() => LoanDeviceAnswer, {
    most: LIMITS.devicesPerReport,
    description: 'What lies in the case; once it has left, what left',
  })
  devices!: LoanDeviceAnswer[];

  @List(() => LoanPerson, { most: LIMITS.shownOfOne, description: 'Who may answer for it; to those who hand it over' })
  team!: LoanPerson[];

  @List(() => LoanCheckAnswer, { most: 2 })
  checks!: LoanCheckAnswer[];

  @List(() => LoanHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: LoanHistoryLine[];

  @ManyOf(LOAN_ACTIONS, { description: 'What this person can do now' })
  possible!: LoanAction[];
}

/** How many there are of each, whatever is shown. */
export class LoanDueCounts {
  @RowCount()
  toApprove!: number;

  @RowCount()
  toHandOver!: number;

  @RowCount()
  toTakeBack!: number;

  @RowCount()
  toCheck!: number;

  /** Out past their end. */
  @RowCount()
  late!: number;
}

/** What a day of loans asks of the metropole’s people. */
export class LoansDue {
  @List(() => LoanListItem, { most: LIMITS.loans.dueShown, description: 'Asked for, oldest first' })
  toApprove!: LoanListItem[];

  @List(() => LoanListItem, { most: LIMITS.loans.dueShown, description: 'Granted, from today or before' })
  toHandOver!: LoanListItem[];

  @List(() => LoanListItem, {
    most: LIMITS.loans.dueShown,
    description: 'Out, until today or before; spares whose ticket is over',
  })
  toTakeBack!: LoanListItem[];

  @List(() => LoanListItem, { most: LIMITS.loans.dueShown, description: 'Back, and not checked yet' })
  toCheck!: LoanListItem[];

  @Nested(() => LoanDueCounts)
  counts!: LoanDueCounts;
}

/** A device that may replace what is repaired. */
export class LoanSpare {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 200 })
  stockPlaceName!: string;

  @Flag({ description: 'Of the same model' })
  sameModel!: boolean;
}

export class LoanSpares {
  @List(() => LoanSpare, { most: LIMITS.loans.spares })
  items!: LoanSpare[];
}

export class LoanSparesQuery {
  @Id()
  ticketId!: string;
}
