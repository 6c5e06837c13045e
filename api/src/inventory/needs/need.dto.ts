import {
  IDLE_REASONS,
  NEED_ACTIONS,
  NEED_STATE_NAMES,
  REDEPLOYMENT_STATE_NAMES,
  ROLES,
  type IdleReason,
  type NeedAction,
  type NeedState,
  type RedeploymentState,
} from '@parc/domain';
import { Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** Needs: what a school says, and what the API answers of it. */

export class NeedRequest {
  @Id({ optional: true, nullable: true, description: 'Of which part of the kit; left out: something else' })
  groupId?: string | null;

  @Id({ optional: true, nullable: true, description: 'A room of the school' })
  roomId?: string | null;

  @Whole({ min: 1, max: 1000, optional: true, nullable: true })
  quantity?: number | null;

  @Whole({ min: 1, max: 100, optional: true, nullable: true, description: 'Classes that would use it' })
  classes?: number | null;

  @Text({ min: 1, max: 300, description: 'What it would serve' })
  purpose!: string;

  @Text({ max: 1000, optional: true, nullable: true })
  note?: string | null;
}

export class NeedReasonRequest {
  @Text({ max: 1000, description: 'Read by the school' })
  reason!: string;
}

export class NeedMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(NEED_STATE_NAMES)
  state!: string;
}

export const NEED_SORTS = ['stated'] as const;

export class NeedListQuery extends PageQuery {
  @ManyOf(NEED_STATE_NAMES, { optional: true })
  state?: NeedState[];

  @Id({ optional: true })
  schoolId?: string;

  @OneOf(NEED_SORTS, { optional: true })
  sort?: (typeof NEED_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class NeedListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Id({ nullable: true })
  groupId!: string | null;

  @Text({ max: 80, nullable: true })
  groupName!: string | null;

  @Text({ max: 200, nullable: true })
  roomName!: string | null;

  @Whole({ nullable: true })
  quantity!: number | null;

  @Whole({ nullable: true })
  classes!: number | null;

  @Text({ max: 300 })
  purpose!: string;

  @OneOf(NEED_STATE_NAMES)
  state!: NeedState;

  @Instant()
  createdAt!: string;

  @Whole({ description: 'Devices that are offered for it' })
  proposals!: number;
}

export class NeedList {
  @List(() => NeedListItem, { most: LIMITS.pageSize.most })
  items!: NeedListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class NeedHistoryLine {
  @OneOf(NEED_ACTIONS)
  action!: NeedAction;

  @OneOf(ROLES)
  role!: string;

  @Instant()
  at!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

/** A device offered for a need, as the need's page shows it. */
export class NeedProposal {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(REDEPLOYMENT_STATE_NAMES)
  state!: RedeploymentState;
}

export class NeedPage extends NeedListItem {
  @Text({ max: 1000, nullable: true })
  note!: string | null;

  @List(() => NeedHistoryLine, { most: LIMITS.shownOfOne })
  history!: NeedHistoryLine[];

  @List(() => NeedProposal, { most: LIMITS.shownOfOne })
  offered!: NeedProposal[];

  @ManyOf(NEED_ACTIONS)
  possible!: NeedAction[];
}

/** A need that a device might answer. */
export class DeviceNeed {
  @Id()
  id!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Text({ max: 80 })
  groupName!: string;

  @Whole({ nullable: true })
  quantity!: number | null;

  @Whole({ nullable: true })
  classes!: number | null;

  @Text({ max: 300 })
  purpose!: string;

  @Instant()
  createdAt!: string;

  @Whole({ description: 'What the school lacks of that group' })
  lacking!: number;
}

export class DeviceNeeds {
  @OneOf(IDLE_REASONS, { nullable: true, description: 'Why it may be offered; null: it may not' })
  idle!: IdleReason | null;

  @Id({ nullable: true, description: 'The redeployment under way of this device' })
  proposedId!: string | null;

  @List(() => DeviceNeed, { most: LIMITS.shownOfOne })
  items!: DeviceNeed[];
}
