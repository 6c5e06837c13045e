import { MOST_CENTS, ORDER_STATE_NAMES, PREREQUISITES, type Prerequisite } from '@parc/domain';
import {
  Cents,
  Day,
  Flag,
  Id,
  List,
  OneOf,
  Secret,
  Text,
  TimeOfDay,
  TotalSeen,
  Whole,
} from '../platform/http/fields.js';
import { PhotoSlotRequest } from '../platform/files/photo.answers.js';
import { LIMITS } from '../platform/limits.js';

/**
 * What a person sends. Prices, states and amounts are never among it: the total seen is no amount to be, only to be
 * compared.
 */

/** An act on money: the total that was on the screen. */
export class SeenRequest {
  @TotalSeen()
  seenCents!: number;
}

export class WishRequest {
  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;
}

export class DraftLineRequest {
  @Id()
  itemId!: string;

  @Whole({ min: 1, max: 999 })
  quantity!: number;

  @Id({ optional: true, nullable: true })
  roomId?: string | null;
}

export class PrerequisiteRequest {
  @OneOf(PREREQUISITES)
  what!: Prerequisite;

  @Flag({ description: 'Somebody of the school has looked: it is there' })
  kept!: boolean;
}

export class DraftRequest {
  @List(() => DraftLineRequest, { most: LIMITS.linesPerOrder })
  lines!: DraftLineRequest[];

  @List(() => WishRequest, { most: 5 })
  wishes!: WishRequest[];

  @Text({ max: 200 })
  contact!: string;

  @Text({ max: 2000 })
  note!: string;

  @List(() => PrerequisiteRequest, { most: 3, description: 'What the chosen items need, ticked or not' })
  prerequisites!: PrerequisiteRequest[];
}

export class ReasonRequest {
  @Text({ max: 1000, description: 'Read by both sides in the thread' })
  reason!: string;
}

export class SeenReasonRequest extends SeenRequest {
  @Text({ max: 1000, description: 'Read by both sides in the thread' })
  reason!: string;
}

export class ApprovedLineRequest {
  @Id()
  lineId!: string;

  @Whole({ min: 0, max: 999 })
  quantity!: number;

  @Text({ max: 500, optional: true, description: 'Why less than asked' })
  reason?: string;
}

export class ApproveRequest extends SeenRequest {
  @List(() => ApprovedLineRequest, {
    most: LIMITS.linesPerOrder,
    optional: true,
    description: 'Left out: everything as asked',
  })
  lines?: ApprovedLineRequest[];

  @Text({ max: 1000, optional: true })
  reason?: string;
}

export class ScheduleRequest {
  @Id({ optional: true, nullable: true, description: 'The technician; nobody for an order given to a firm' })
  assignedAccountId?: string | null;

  @Day()
  day!: string;

  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;
}

export class MoveRequest extends ScheduleRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class ReportedLineRequest {
  @Id()
  lineId!: string;

  @Whole({ min: 0, max: 999 })
  quantity!: number;

  @Text({ max: 500, optional: true, description: 'Why less than approved' })
  lessReason?: string;

  @Text({ max: 500, optional: true, description: 'Tags and serial numbers put in place' })
  equipment?: string;
}

export class ExtraLineRequest {
  @Id()
  itemId!: string;

  @Whole({ min: 1, max: 999 })
  quantity!: number;

  @Id({ optional: true, nullable: true })
  roomId?: string | null;
}

/** The most that one report adds to its order. */
const MOST_EXTRA_LINES = 10;

export class ReportedDeviceRequest {
  @Id({ optional: true, description: 'The line of the order that it is of' })
  lineId?: string;

  @Whole({
    max: MOST_EXTRA_LINES - 1,
    optional: true,
    description: 'Of a line that this report adds: its place among them, the first is 0',
  })
  extraLine?: number;

  @Text({
    min: 1,
    max: 100,
    description: 'Its label, or its serial number: of what the line sold, an unknown one is made',
  })
  mark!: string;

  @Text({
    ...{ min: 2, max: 30, pattern: /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/, optional: true },
    description: 'The label that an unknown one receives; left out: one of the house’s numbers',
  })
  tag?: string;

  @Id({ optional: true, nullable: true, description: 'Where it was put; left out: it stays where it is' })
  roomId?: string | null;
}

export class ReportRequest extends SeenRequest {
  @List(() => ReportedLineRequest, { most: LIMITS.linesPerOrder * 2 })
  lines!: ReportedLineRequest[];

  @List(() => ExtraLineRequest, { most: MOST_EXTRA_LINES })
  extraLines!: ExtraLineRequest[];

  @List(() => ReportedDeviceRequest, {
    most: LIMITS.devicesPerReport,
    optional: true,
    description: 'What was put in place, moved or served; a second report replaces the first',
  })
  devices?: ReportedDeviceRequest[];

  @List(() => PhotoSlotRequest, {
    most: LIMITS.photosPerOrder,
    optional: true,
    description: 'Photos that will follow, even when the order has gone on',
  })
  photos?: PhotoSlotRequest[];

  @Text({ max: 2000 })
  note!: string;

  @Cents({
    min: 0,
    max: MOST_CENTS,
    optional: true,
    description: 'What the bill says, within order.roundingMax of the lines; left out: their sum',
  })
  costCents?: number;

  @Secret({
    ...{ max: 300, pattern: /^[\w-]+$/, optional: true },
    description:
      'The head’s personal code, typed without a network and sealed to `sealKey` of the round for this report alone',
  })
  sealedCode?: string;
}

export class CodeRequest extends SeenRequest {
  @Secret({ max: 20, description: 'The head’s personal confirmation code' })
  code!: string;
}

export class InvoiceRequest {
  @Text({ max: 60 })
  number!: string;
}

export class BulkItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @TotalSeen({ optional: true, description: 'What the preview said of this order; needed to apply' })
  seenCents?: number;
}

export class BulkRequest {
  @List(() => BulkItem, { most: LIMITS.bulkItems, least: 1 })
  orders!: BulkItem[];
}

/** What the API answers to every action. */
export class OrderMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(ORDER_STATE_NAMES)
  state!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;
}

export class SubmittedAnswer extends OrderMovedAnswer {
  @List(() => OrderMovedAnswer, { most: 20, description: 'Every order the basket became, this one first' })
  orders!: OrderMovedAnswer[];
}

export class BulkOutcome {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @Flag()
  done!: boolean;

  @Text({ max: 60, nullable: true })
  code!: string | null;

  @Text({ max: 500, nullable: true, description: 'Why not, in French' })
  sentence!: string | null;

  @Cents()
  amountCents!: number;
}

export class BulkAnswer {
  @List(() => BulkOutcome, { most: LIMITS.bulkItems })
  outcomes!: BulkOutcome[];

  @Cents()
  totalCents!: number;
}
