import {
  CHECK_ACTIONS,
  CHECK_FINDING_NAMES,
  CHECK_STATE_NAMES,
  ROLES,
  type CheckAction,
  type CheckFinding,
  type CheckState,
} from '@parc/domain';
import {
  Day,
  Flag,
  Id,
  Instant,
  List,
  ManyOf,
  OneOf,
  RowCount,
  Strings,
  Text,
  Whole,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about checks. */

export class CheckListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only what is left to do' })
  open?: boolean;

  @Flag({ optional: true, query: true, description: 'Only what is left to do past its day' })
  late?: boolean;

  @Flag({ optional: true, query: true, description: 'Only what is left to do and given to who asks' })
  mine?: boolean;

  @ManyOf(CHECK_STATE_NAMES, { optional: true })
  state?: CheckState[];

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  planId?: string;

  @OneOf(['due'], { optional: true })
  sort?: 'due';

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
export class CheckAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  planId!: string;

  @Text({ max: 80 })
  planName!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Day({ description: 'As the plan says' })
  dueOn!: string;

  @Whole({
    min: 1,
    description: 'Of what its plan checks there on that day: the first, unless there are more devices than one holds',
  })
  part!: number;

  @Day({ description: 'When somebody goes there' })
  plannedOn!: string;

  @OneOf(CHECK_STATE_NAMES)
  state!: CheckState;

  @Instant()
  stateSince!: string;

  @Flag({ description: 'Left to do past its day' })
  late!: boolean;

  @Whole({ description: 'Devices' })
  devices!: number;

  @Whole()
  watch!: number;

  @Whole()
  broken!: number;

  @Whole()
  notFound!: number;
}

export class CheckListItem extends CheckAlike {}

export class CheckList {
  @List(() => CheckListItem, { most: LIMITS.pageSize.most })
  items!: CheckListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** A device of a check, where it stands, and how it was found. */
export class CheckDeviceAnswer {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 100, nullable: true })
  roomName!: string | null;

  @OneOf(CHECK_FINDING_NAMES, { nullable: true, description: 'Null until the check is done' })
  finding!: CheckFinding | null;

  @Text({ max: 500, nullable: true })
  note!: string | null;

  @Id({ nullable: true })
  ticketId!: string | null;

  @Text({ max: 30, nullable: true })
  ticketNumber!: string | null;
}

/** One line of the thread. */
export class CheckHistoryLine {
  @OneOf([...CHECK_ACTIONS, 'make'])
  action!: CheckAction | 'make';

  @OneOf(CHECK_STATE_NAMES)
  toState!: CheckState;

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

export class CheckPage extends CheckAlike {
  @Strings({ most: LIMITS.upkeep.points, max: 120, description: 'What is looked at on each device' })
  points!: string[];

  @Text({ max: 200, nullable: true })
  assigneeName!: string | null;

  @List(() => CheckDeviceAnswer, { most: LIMITS.upkeep.devicesOfOne })
  found!: CheckDeviceAnswer[];

  @List(() => CheckHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: CheckHistoryLine[];

  @ManyOf(CHECK_ACTIONS, { description: 'What this person can do now' })
  possible!: CheckAction[];
}
