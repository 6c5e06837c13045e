import {
  EQUIPMENT_STATE_NAMES,
  PHOTOS_PER_VISIT,
  VISIT_ACTIONS,
  VISIT_ENDING_NAMES,
  VISIT_MET_NAMES,
  VISIT_PART_NAMES,
  VISIT_PHOTO_NAMES,
  VISIT_RESULT_NAMES,
  VISIT_STATE_NAMES,
  type EquipmentState,
  type VisitAction,
  type VisitEnding,
  type VisitMet,
  type VisitPartKind,
  type VisitPhotoKind,
  type VisitResult,
  type VisitState,
} from '@parc/domain';
import { Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about visits. What a reader does not read is null, or an empty list. */

export const VISIT_SORTS = ['begun'] as const;

export class VisitListQuery extends PageQuery {
  @ManyOf(VISIT_STATE_NAMES, { optional: true })
  state?: VisitState[];

  @Flag({ optional: true, query: true, description: 'Only those that their school is to confirm' })
  toConfirm?: boolean;

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true, description: 'During which this ticket was worked on' })
  ticketId?: string;

  @Id({ optional: true, description: 'During which this order was worked on' })
  orderId?: string;

  @Flag({ optional: true, query: true, description: 'Only those that the reader has begun' })
  mine?: boolean;

  @Day({ optional: true, description: 'Begun on this day or later' })
  from?: string;

  @Day({ optional: true, description: 'Begun on this day or before' })
  to?: string;

  @OneOf(VISIT_SORTS, { optional: true })
  sort?: (typeof VISIT_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** What a list and a page say alike. */
class VisitAlike {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @OneOf(VISIT_STATE_NAMES)
  state!: VisitState;

  @Id()
  schoolId!: string;

  @Text({ max: 300 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Instant()
  begunAt!: string;

  @Instant({ nullable: true })
  leftAt!: string | null;

  @OneOf(VISIT_ENDING_NAMES, { nullable: true })
  ending!: VisitEnding | null;

  @Text({ max: 200, nullable: true })
  technicianName!: string | null;
}

export class VisitListItem extends VisitAlike {
  @Flag({ description: 'Nobody has proven its end, and its school has not confirmed it yet' })
  toConfirm!: boolean;

  @Whole({ description: 'Of its minutes' })
  ticketCount!: number;

  @Whole({ description: 'Of its minutes' })
  orderCount!: number;

  @Whole({ description: 'Parts of its minutes that are not done' })
  leftToDo!: number;
}

export class VisitList {
  @List(() => VisitListItem, { most: LIMITS.pageSize.most })
  items!: VisitListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class VisitDeviceAnswer {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(EQUIPMENT_STATE_NAMES, { description: 'As it was left' })
  state!: EquipmentState;
}

export class VisitPartAnswer {
  @OneOf(VISIT_PART_NAMES)
  kind!: VisitPartKind;

  @Id()
  objectId!: string;

  @Text({ max: 30 })
  number!: string;

  @Text({ max: 300 })
  about!: string;

  @Text({ max: 300, nullable: true, description: 'What was done about it' })
  deed!: string | null;

  @OneOf(VISIT_RESULT_NAMES)
  result!: VisitResult;

  @Whole({ nullable: true, description: 'Of work, where they were written down' })
  minutes!: number | null;

  @Instant()
  at!: string;

  @List(() => VisitDeviceAnswer, { most: LIMITS.visits.devices })
  devices!: VisitDeviceAnswer[];
}

export class VisitTaskAnswer {
  @OneOf(VISIT_PART_NAMES)
  kind!: VisitPartKind;

  @Id()
  objectId!: string;

  @Text({ max: 30 })
  number!: string;

  @Text({ max: 300 })
  about!: string;

  @Text({ max: 200, nullable: true })
  place!: string | null;

  @Flag({ description: 'Theirs; else anybody’s' })
  mine!: boolean;
}

export class VisitPhotoAnswer {
  @Id()
  id!: string;

  @OneOf(VISIT_PHOTO_NAMES)
  kind!: VisitPhotoKind;

  @Id({ nullable: true, description: 'Null: announced, and not there yet' })
  smallId!: string | null;

  @Id({ nullable: true })
  wholeId!: string | null;
}

export class VisitRemarkAnswer {
  @Id()
  id!: string;

  @Instant()
  at!: string;

  @Text({ max: 100 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 2000 })
  text!: string;
}

export class VisitPage extends VisitAlike {
  @OneOf(VISIT_MET_NAMES, { nullable: true })
  met!: VisitMet | null;

  @Text({ max: 500, nullable: true })
  absenceReason!: string | null;

  @Text({ max: 1000, nullable: true })
  abandonReason!: string | null;

  @Text({ max: 2000, nullable: true })
  note!: string | null;

  @Text({ max: 2000, nullable: true })
  internalNote!: string | null;

  @Flag({ description: 'The reader has begun it' })
  mine!: boolean;

  @List(() => VisitPartAnswer, {
    most: LIMITS.visits.parts * 2,
    description: 'Its minutes; while it is open, what they would be now',
  })
  parts!: VisitPartAnswer[];

  @List(() => VisitTaskAnswer, {
    most: LIMITS.visits.toDo * 2,
    description: 'What is left to do there; nothing once it has ended',
  })
  toDo!: VisitTaskAnswer[];

  @List(() => VisitPhotoAnswer, { most: PHOTOS_PER_VISIT })
  photos!: VisitPhotoAnswer[];

  @Id({ nullable: true, description: 'The file of the drawn signature' })
  signatureId!: string | null;

  @List(() => VisitRemarkAnswer, { most: LIMITS.shownOfOne })
  remarks!: VisitRemarkAnswer[];

  @ManyOf(VISIT_ACTIONS)
  possible!: VisitAction[];

  @Flag({ description: 'Its minutes stand, and the reader may add to them' })
  mayRemark!: boolean;

  @Instant({ nullable: true, description: 'When the school has confirmed what nobody had proven at its door' })
  confirmedAt!: string | null;

  @Text({ max: 200, nullable: true })
  confirmedByName!: string | null;

  @Flag({ description: 'It waits for the confirmation of the school, which the reader gives' })
  mayConfirm!: boolean;
}

export class VisitMonth {
  @Text({ max: 7, description: '2026-11' })
  month!: string;

  @Whole()
  visits!: number;
}

export class VisitCounts {
  @List(() => VisitMonth, { most: LIMITS.visits.countedMonths, description: 'The last months, the present one last' })
  months!: VisitMonth[];

  @Whole({ description: 'Over those months' })
  visits!: number;

  @Whole({ description: 'Schools that were visited over those months' })
  schools!: number;

  @Whole({ description: 'Tickets and orders that were done' })
  done!: number;
}

/** A visit that is under way, as whoever is there takes it along. */
export class RoundVisit {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  number!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 300 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Instant()
  begunAt!: string;

  @List(() => VisitPartAnswer, { most: LIMITS.visits.parts * 2 })
  parts!: VisitPartAnswer[];
}
