import {
  HALF_DAYS,
  KIT_CONDITION_NAMES,
  LOAN_STATE_NAMES,
  MISSING_OUTCOME_NAMES,
  SCHOOL_KINDS,
  type HalfDay,
  type KitCondition,
  type LoanState,
  type MissingOutcome,
  type SchoolKind,
} from '@parc/domain';
import { Day, Flag, Id, Ids, List, ManyOf, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What people bring to a loan, and to a kit. */

export class LoanRequest {
  @Id({ description: 'A kit that is offered to the school' })
  kitId!: string;

  @Day()
  fromDay!: string;

  @OneOf(HALF_DAYS)
  fromHalf!: HalfDay;

  @Day({ description: 'The last day, included' })
  toDay!: string;

  @OneOf(HALF_DAYS)
  toHalf!: HalfDay;

  @Id({ optional: true, nullable: true, description: 'Who answers for it at the school; whoever asks when left out' })
  referentId?: string | null;

  @Text({ max: 500, optional: true, nullable: true, description: 'What for' })
  purpose?: string | null;
}

export class LoanSpareRequest {
  @Id({ description: 'An open ticket of a device' })
  ticketId!: string;

  @Id({ description: 'In stock, of the same family as what is repaired' })
  equipmentId!: string;

  @Day({ description: 'The last day, included' })
  toDay!: string;
}

export class LoanReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class LoanExtensionRequest {
  @Day({ description: 'The last day, included' })
  toDay!: string;

  @OneOf(HALF_DAYS)
  toHalf!: HalfDay;
}

class LoanCheckRequest {
  @Ids({ most: LIMITS.devicesPerReport, description: 'What lies in the case, as it was ticked' })
  seenIds!: string[];

  @OneOf(KIT_CONDITION_NAMES)
  condition!: KitCondition;

  @Flag()
  accessoriesComplete!: boolean;

  @Text({ max: 1000, optional: true, nullable: true, description: 'Read by the school' })
  note?: string | null;
}

export class LoanHandOverRequest extends LoanCheckRequest {
  @Id({ description: 'Who answers for it at the school' })
  referentId!: string;
}

export class LoanReturnRequest extends LoanCheckRequest {}

export class LoanMissingRequest {
  @Id()
  equipmentId!: string;

  @OneOf(MISSING_OUTCOME_NAMES)
  outcome!: MissingOutcome;
}

export class LoanClearRequest {
  @List(() => LoanMissingRequest, {
    most: LIMITS.devicesPerReport,
    description: 'What becomes of each device that is missing',
  })
  missing!: LoanMissingRequest[];
}

export class LoanMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(LOAN_STATE_NAMES)
  state!: LoanState;
}

export class LoanKitSettings {
  @Text({ min: 1, max: 80 })
  name!: string;

  @Text({ max: 300, nullable: true, description: 'What goes with it and has no label' })
  accessories!: string | null;

  @Whole({ max: 20, nullable: true, description: 'Half-days after a return; null: as the plan’s setting says' })
  checkingHalfDays!: number | null;

  @Flag({ description: 'Whether somebody approves each request' })
  needsApproval!: boolean;

  @ManyOf(SCHOOL_KINDS, { description: 'Which kinds of school may ask for it' })
  kinds!: SchoolKind[];

  @Flag({ description: 'Whether it may be asked for now' })
  offered!: boolean;
}

export class LoanKitRequest extends LoanKitSettings {
  @Id({ description: 'A case with what lies in it, or one device; in stock' })
  equipmentId!: string;
}

export class LoanKitChanged {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}
