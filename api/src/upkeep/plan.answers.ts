import {
  EQUIPMENT_FAMILY_NAMES,
  PLAN_RULE_NAMES,
  type EquipmentFamily,
  type PlanRule,
  type Weekday,
} from '@parc/domain';
import { Day, Flag, Id, List, Nested, OneOf, RowCount, Strings, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { CHECK_WEEKDAYS } from './plan.dto.js';

/** What the API answers about plans of upkeep. */

export class PlanListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only those that go on' })
  running?: boolean;
}

/** What a list and a page say alike. */
export class PlanAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 80 })
  name!: string;

  @OneOf(PLAN_RULE_NAMES)
  rule!: PlanRule;

  @OneOf(CHECK_WEEKDAYS, { nullable: true })
  weekday!: Weekday | null;

  @Whole({ nullable: true })
  everyMonths!: number | null;

  @Whole({ nullable: true })
  month!: number | null;

  @Whole({ nullable: true })
  dayOfMonth!: number | null;

  @Day({ nullable: true })
  onDay!: string | null;

  @Text({ max: 200, nullable: true, description: 'Of its model; null of a family' })
  modelName!: string | null;

  @OneOf(EQUIPMENT_FAMILY_NAMES, { nullable: true })
  family!: EquipmentFamily | null;

  @Text({ max: 200, nullable: true, description: 'Of its commune or school; null: all of them' })
  placeName!: string | null;

  @Day({ nullable: true })
  endedOn!: string | null;
}

export class PlanListItem extends PlanAlike {
  @Whole({ description: 'Checks due since the school year began; of a campaign, all' })
  checks!: number;

  @Whole()
  open!: number;

  @Whole()
  late!: number;

  @Whole()
  done!: number;
}

export class PlanList {
  @List(() => PlanListItem, { most: LIMITS.pageSize.most })
  items!: PlanListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** How far the checks are, and what they found. */
export class PlanProgress {
  @Whole({ description: 'Checks due since the school year began; of a campaign, all' })
  checks!: number;

  @Whole()
  open!: number;

  @Whole()
  late!: number;

  @Whole()
  done!: number;

  @Whole({ description: 'Devices of all of them' })
  devices!: number;

  @Whole({ description: 'Devices of those that are done' })
  checked!: number;

  @Whole()
  watch!: number;

  @Whole()
  broken!: number;

  @Whole()
  notFound!: number;
}

export class PlanPage extends PlanAlike {
  @Strings({ most: LIMITS.upkeep.points, max: 120 })
  points!: string[];

  @Id({ nullable: true })
  technicianId!: string | null;

  @Text({ max: 200, nullable: true })
  technicianName!: string | null;

  @Day()
  startedOn!: string;

  @Strings({
    most: LIMITS.upkeep.nextDays,
    max: 10,
    description: 'Its next days as ISO dates, as far as the calendar is known; none where each device has its own',
  })
  nextDays!: string[];

  @Nested(() => PlanProgress)
  progress!: PlanProgress;

  @Flag({ description: 'Whether this person may change it' })
  changeable!: boolean;
}
