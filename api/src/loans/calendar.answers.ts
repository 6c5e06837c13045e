import {
  HALF_DAYS,
  EQUIPMENT_STATE_NAMES,
  HALF_DAY_STANDING_NAMES,
  LOAN_STATE_NAMES,
  SCHOOL_KINDS,
  type HalfDay,
  type EquipmentState,
  type HalfDayStanding,
  type LoanState,
  type SchoolKind,
} from '@parc/domain';
import { Day, Flag, Id, List, ManyOf, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What is free and when: all kits to those who lend, one kit to who would borrow it. */

export class LoanCalendarQuery {
  @Day({ description: 'A day of the first week' })
  from!: string;

  @Whole({ min: 1, max: LIMITS.loans.shownWeeks, query: true })
  weeks!: number;
}

export class LoanBar {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @OneOf(LOAN_STATE_NAMES)
  state!: LoanState;

  @Text({ max: 200 })
  schoolName!: string;

  @Whole({ description: 'Half-days since 1 January 1970' })
  starts!: number;

  @Whole({ description: 'The half-day after the last one' })
  ends!: number;

  @Whole({ nullable: true, description: 'The half-day after its check; null: nobody knows' })
  heldUntil!: number | null;

  @Flag({ description: 'Out past its end' })
  late!: boolean;
}

export class LoanKitRow {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 80 })
  name!: string;

  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole({ description: 'How many devices lie in it' })
  contents!: number;

  @Text({ max: 300, nullable: true })
  accessories!: string | null;

  @Whole({ nullable: true })
  checkingHalfDays!: number | null;

  @Flag()
  needsApproval!: boolean;

  @ManyOf(SCHOOL_KINDS)
  kinds!: SchoolKind[];

  @Flag()
  offered!: boolean;

  @OneOf(EQUIPMENT_STATE_NAMES)
  equipmentState!: EquipmentState;

  @Text({ max: 200, nullable: true, description: 'Where it comes back to' })
  homePlace!: string | null;

  @List(() => LoanBar, { most: LIMITS.shownOfOne, description: 'That touch the weeks asked for' })
  loans!: LoanBar[];
}

export class LoanCalendar {
  @Day({ description: 'A Monday' })
  from!: string;

  @Whole()
  weeks!: number;

  @Whole({ description: 'The half-day that it is, since 1 January 1970' })
  now!: number;

  @List(() => LoanKitRow, { most: LIMITS.loans.kits, description: 'By name' })
  kits!: LoanKitRow[];
}

/** A kit as a school may ask for it. */
export class LoanKitOffered {
  @Id()
  id!: string;

  @Text({ max: 80 })
  name!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole()
  contents!: number;

  @Text({ max: 300, nullable: true })
  accessories!: string | null;

  @Flag()
  needsApproval!: boolean;

  @Flag({ description: 'Nobody has it, asked for it or checks it now' })
  freeNow!: boolean;
}

export class LoanKitsOffered {
  @List(() => LoanKitOffered, { most: LIMITS.loans.kits })
  items!: LoanKitOffered[];
}

export class LoanKitDaysQuery {
  @Day({ description: 'A day of the first week' })
  from!: string;

  @Whole({ min: 1, max: LIMITS.loans.shownWeeks, query: true })
  weeks!: number;

  @Whole({ min: 1, max: LIMITS.loans.days, query: true, description: 'How many days are looked for' })
  days!: number;
}

export class LoanKitDay {
  @Day()
  day!: string;

  @OneOf(HALF_DAY_STANDING_NAMES)
  morning!: HalfDayStanding;

  @OneOf(HALF_DAY_STANDING_NAMES)
  afternoon!: HalfDayStanding;
}

export class LoanKitPeriod {
  @Day()
  fromDay!: string;

  @OneOf(HALF_DAYS)
  fromHalf!: HalfDay;

  @Day()
  toDay!: string;

  @OneOf(HALF_DAYS)
  toHalf!: HalfDay;
}

export class LoanKitDays extends LoanKitOffered {
  @Whole({ description: 'Half-days of working days after a return' })
  checkingHalfDays!: number;

  @List(() => LoanKitDay, { most: LIMITS.loans.shownWeeks * 7 })
  calendar!: LoanKitDay[];

  @List(() => LoanKitPeriod, { most: 3, description: 'The first free ones of that length, from today on' })
  free!: LoanKitPeriod[];
}
