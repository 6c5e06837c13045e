import {
  IDLE_REASONS,
  OPINIONS,
  REDEPLOYMENT_ACTIONS,
  REDEPLOYMENT_STATE_NAMES,
  ROLES,
  type IdleReason,
  type RedeploymentState,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** Redeployments: what people write, and what the API answers. */

export class RedeploymentRequest {
  @Id()
  equipmentId!: string;

  @Id()
  needId!: string;
}

export class OpinionRequest {
  @OneOf(OPINIONS)
  answer!: 'yes' | 'no';

  @Text({ max: 1000, optional: true, nullable: true })
  reason?: string | null;
}

export class CarryOutRequest {
  @Id({ description: 'Where it goes, in the school that needs it' })
  roomId!: string;

  @Text({ max: 1000 })
  reason!: string;

  @Flag({ description: 'The need is then met' })
  meetsNeed!: boolean;
}

export class RedeploymentMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(REDEPLOYMENT_STATE_NAMES)
  state!: string;
}

export const REDEPLOYMENT_SORTS = ['proposed'] as const;

export class RedeploymentListQuery extends PageQuery {
  @ManyOf(REDEPLOYMENT_STATE_NAMES, { optional: true })
  state?: RedeploymentState[];

  @Id({ optional: true })
  needId?: string;

  @OneOf(REDEPLOYMENT_SORTS, { optional: true })
  sort?: (typeof REDEPLOYMENT_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class RedeploymentListItem {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 200, nullable: true, description: 'Null: it lies in stock' })
  fromSchoolName!: string | null;

  @Text({ max: 200 })
  toSchoolName!: string;

  @OneOf(REDEPLOYMENT_STATE_NAMES)
  state!: RedeploymentState;

  @Instant()
  stateSince!: string;

  @Day()
  answerBy!: string;

  @Flag({ description: 'The reader was asked and has not answered' })
  asksMe!: boolean;
}

export class RedeploymentList {
  @List(() => RedeploymentListItem, { most: LIMITS.pageSize.most })
  items!: RedeploymentListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class RedeploymentLine {
  @OneOf(REDEPLOYMENT_ACTIONS)
  action!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Instant()
  at!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @OneOf(OPINIONS, { nullable: true })
  answer!: 'yes' | 'no' | null;
}

/** What one school says is read by itself and by the metropole; so is what the other says it needs it for. */
export class RedeploymentPage extends RedeploymentListItem {
  @Whole({ min: 1 })
  version!: number;

  @Id()
  equipmentId!: string;

  @Day({ nullable: true })
  purchasedOn!: string | null;

  @Whole({ description: 'Devices that go with it' })
  contents!: number;

  @OneOf(IDLE_REASONS)
  idle!: IdleReason;

  @Id()
  toSchoolId!: string;

  @Id()
  needId!: string;

  @Id({ nullable: true, description: 'The room for which the need was said' })
  needRoomId!: string | null;

  @Text({ max: 300, nullable: true })
  purpose!: string | null;

  @OneOf(OPINIONS, { nullable: true })
  givingAnswer!: 'yes' | 'no' | null;

  @OneOf(OPINIONS, { nullable: true })
  receivingAnswer!: 'yes' | 'no' | null;

  @List(() => RedeploymentLine, { most: LIMITS.shownOfOne })
  history!: RedeploymentLine[];

  @ManyOf(REDEPLOYMENT_ACTIONS)
  possible!: string[];
}
