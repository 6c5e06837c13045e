import {
  EQUIPMENT_FAMILY_NAMES,
  PLAN_RULE_NAMES,
  type EquipmentFamily,
  type PlanRule,
  type Weekday,
} from '@parc/domain';
import { Day, Flag, Id, OneOf, Strings, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What the manager says of a plan. */

export const CHECK_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const satisfies readonly Weekday[];

/** What of a plan may change while it goes on. */
export class PlanSettings {
  @Text({ min: 1, max: 80 })
  name!: string;

  @Strings({ most: LIMITS.upkeep.points, max: 120, description: 'What is looked at on each device, at least one' })
  points!: string[];

  @Id({ nullable: true, description: 'Who gets its checks from now on; null: whoever takes them' })
  technicianId!: string | null;
}

export class PlanRequest extends PlanSettings {
  @Id({ optional: true, nullable: true, description: 'A model, or else a family' })
  modelId?: string | null;

  @OneOf(EQUIPMENT_FAMILY_NAMES, { optional: true, nullable: true })
  family?: EquipmentFamily | null;

  @Id({ optional: true, nullable: true, description: 'The schools of a commune; without it and a school, all' })
  communeId?: string | null;

  @Id({ optional: true, nullable: true })
  schoolId?: string | null;

  @OneOf(PLAN_RULE_NAMES)
  rule!: PlanRule;

  @OneOf(CHECK_WEEKDAYS, { optional: true, nullable: true, description: 'Of the rule by terms' })
  weekday?: Weekday | null;

  @Whole({ min: 1, max: 120, optional: true, nullable: true, description: 'Of the rule by months in service' })
  everyMonths?: number | null;

  @Whole({ min: 1, max: 12, optional: true, nullable: true, description: 'Of the rule by year' })
  month?: number | null;

  @Whole({ min: 1, max: 31, optional: true, nullable: true, description: 'Of the rule by year' })
  dayOfMonth?: number | null;

  @Day({ optional: true, nullable: true, description: 'Of a campaign: until when' })
  onDay?: string | null;
}

export class PlanChange extends PlanSettings {
  @Flag({ description: 'No more checks are made; what is left to do stays so' })
  ended!: boolean;
}

export class PlanChanged {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Whole({ description: 'Checks that were made with it' })
  made!: number;
}
