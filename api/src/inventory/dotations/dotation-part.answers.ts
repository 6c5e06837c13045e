import {
  DOTATION_OPINIONS,
  DOTATION_OUTCOMES,
  DOTATION_PART_ACTIONS,
  DOTATION_PART_STATE_NAMES,
  DOTATION_STATE_NAMES,
  HALF_DAYS,
  ROLES,
  type DotationPartState,
  type DotationState,
} from '@parc/domain';
import { Day, Id, Instant, List, ManyOf, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers of schools’ parts; nothing in it is a price. */

export class DotationPartMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(DOTATION_PART_STATE_NAMES)
  state!: string;
}

export class DotationPartListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  dotationId!: string;

  @Text({ max: 120 })
  title!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 80 })
  groupName!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Whole()
  quantity!: number;

  @Whole({ description: 'What its kit asked when it was allotted' })
  asked!: number;

  @Whole({ description: 'What counted toward it then' })
  counted!: number;

  @OneOf(DOTATION_OPINIONS, { nullable: true })
  opinion!: 'yes' | 'fewer' | 'no' | null;

  @Whole({ nullable: true })
  opinionQuantity!: number | null;

  @Day({ nullable: true })
  answerBy!: string | null;

  @Day({ nullable: true })
  plannedOn!: string | null;

  @OneOf(HALF_DAYS, { nullable: true })
  plannedHalf!: 'morning' | 'afternoon' | null;

  @Whole({ description: 'Devices that wait for the delivery' })
  prepared!: number;

  @Whole()
  received!: number;

  @OneOf(DOTATION_PART_STATE_NAMES)
  state!: DotationPartState;

  @OneOf(DOTATION_STATE_NAMES)
  dotationState!: DotationState;
}

export class DotationPartList {
  @List(() => DotationPartListItem, { most: LIMITS.pageSize.most })
  items!: DotationPartListItem[];

  @Whole()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class DotationPartLine {
  @OneOf(DOTATION_PART_ACTIONS)
  action!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Instant()
  at!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @OneOf(DOTATION_OPINIONS, { nullable: true })
  answer!: 'yes' | 'fewer' | 'no' | null;

  @Whole({ nullable: true })
  quantity!: number | null;
}

export class DotationPartDevice {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200, nullable: true })
  serial!: string | null;

  @OneOf(DOTATION_OUTCOMES, { nullable: true, description: 'Null: it waits for the delivery' })
  outcome!: 'placed' | 'missing' | 'released' | null;

  @Text({ max: 30, nullable: true, description: 'Label of the case it lies in' })
  containerTag!: string | null;
}

export class DotationPartNeed {
  @Id()
  id!: string;

  @Text({ max: 300 })
  purpose!: string;
}

export class DotationPartPage extends DotationPartListItem {
  @List(() => DotationPartDevice, { most: LIMITS.shownOfOne })
  devices!: DotationPartDevice[];

  @List(() => DotationPartNeed, { most: LIMITS.shownOfOne })
  needs!: DotationPartNeed[];

  @List(() => DotationPartLine, { most: LIMITS.shownOfOne })
  history!: DotationPartLine[];

  @ManyOf(DOTATION_PART_ACTIONS)
  possible!: string[];
}

export class DotationOfferedDevice {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200, nullable: true })
  serial!: string | null;

  @Text({ max: 200, nullable: true })
  stockPlaceName!: string | null;

  @Text({ max: 60, nullable: true, description: 'The delivery note that it came with' })
  noteNumber!: string | null;
}

export class DotationOffer {
  @List(() => DotationOfferedDevice, { most: LIMITS.dotation.offered })
  items!: DotationOfferedDevice[];
}
