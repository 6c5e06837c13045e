import {
  AXIS_KINDS,
  CAUSE_NAMES,
  CHARGE_NAMES,
  DEVICE_OUTCOME_NAMES,
  EQUIPMENT_STATE_NAMES,
  IMPACT_NAMES,
  PHOTO_MOMENT_NAMES,
  PHOTOS_PER_TICKET,
  REPAIR_NAMES,
  ROLES,
  ORDER_STATE_NAMES,
  TICKET_ACTIONS,
  TICKET_LINES,
  TICKET_STATE_NAMES,
  URGENCY_NAMES,
  WAIT_NAMES,
  type AxisKind,
  type Charge,
  type DeviceOutcome,
  type EquipmentState,
  type Impact,
  type PhotoMoment,
  type TicketAction,
  type OrderState,
  type TicketCause,
  type TicketLine,
  type TicketRepair,
  type TicketState,
  type Urgency,
  type Wait,
} from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';
import { TicketAlike } from './ticket.answers.js';

/** What the API answers about one ticket. */

/** One line of the thread. */
export class TicketHistoryLine {
  @OneOf([...TICKET_ACTIONS, ...TICKET_LINES])
  action!: TicketAction | TicketLine;

  @OneOf(TICKET_STATE_NAMES)
  toState!: TicketState;

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

  @OneOf(WAIT_NAMES, { nullable: true })
  waitFor!: Wait | null;

  @Instant({ nullable: true, description: 'Of a visit' })
  plannedFrom!: string | null;
}

export class TicketCommentAnswer {
  @Id()
  id!: string;

  @Instant()
  at!: string;

  @Text({ max: 60 })
  roleLabel!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;

  @Text({ max: 2000 })
  text!: string;

  @Flag({ description: 'Answered to a notice by mail, not written here' })
  byMail!: boolean;
}

export class TicketResolution {
  @Instant()
  at!: string;

  @OneOf(CAUSE_NAMES)
  cause!: TicketCause;

  @OneOf(REPAIR_NAMES)
  repair!: TicketRepair;

  @Text({ max: 2000, nullable: true })
  note!: string | null;

  @Whole()
  minutes!: number;

  @OneOf(DEVICE_OUTCOME_NAMES)
  device!: DeviceOutcome;
}

export class TicketCost {
  @Text({ max: 300, nullable: true })
  parts!: string | null;

  @Cents({ description: 'Tax included' })
  priceCents!: number;

  @OneOf(CHARGE_NAMES)
  charge!: Charge;
}

/** The order that a quote has become. */
export class TicketOrder {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true, description: 'Once the school has sent it' })
  number!: string | null;

  @OneOf(ORDER_STATE_NAMES)
  state!: OrderState;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 500 })
  title!: string;

  @Cents({ description: 'Tax included: the last of its amounts that is known' })
  cents!: number;
}

/** What the two clocks say now. */
export class TicketClockAnswer {
  @Text({ max: 2000, description: 'Both clocks in one sentence' })
  sentence!: string;

  @Text({ max: 500, description: 'The time until somebody takes it' })
  takeUpSentence!: string;

  @Instant({ nullable: true, description: 'Until when somebody takes it; null once somebody has' })
  takeUpDueAt!: string | null;

  @Whole({ description: 'Of what may be spent, rounded down' })
  percent!: number;

  @Whole({ description: 'Working minutes that are left at the priority it has now' })
  leftMinutes!: number;

  @Whole({ description: 'Minutes of service that the metropole has used' })
  spentMinutes!: number;

  @Whole({ description: 'Of so many' })
  targetMinutes!: number;

  @Whole({ description: 'Minutes of service that the class has waited' })
  classMinutes!: number;

  @Flag()
  stopped!: boolean;

  @Flag({ description: 'It is repaired: nothing runs any more' })
  ended!: boolean;

  @Flag()
  late!: boolean;
}

export class TicketPhotoAnswer {
  @Id()
  id!: string;

  @OneOf(PHOTO_MOMENT_NAMES)
  moment!: PhotoMoment;

  @Id({ nullable: true, description: 'The file; null: announced, and not there yet' })
  smallId!: string | null;

  @Id({ nullable: true })
  wholeId!: string | null;
}

/** A piece of opening hours, and what it is for the métropole's clock. */
class TicketAxisPiece {
  @Day()
  day!: string;

  @Instant({ description: 'When the stretch of hours that it is of opens' })
  opens!: string;

  @Instant()
  from!: string;

  @Instant()
  to!: string;

  @OneOf(AXIS_KINDS)
  kind!: AxisKind;
}

/** The clocks of a page, drawn as well as said. */
export class TicketClockDrawn extends TicketClockAnswer {
  @List(() => TicketAxisPiece, { most: 200, description: 'By day; none of what is repaired' })
  axis!: TicketAxisPiece[];
}

/** By which loan a school has the device now. */
export class TicketLoan {
  @Id()
  id!: string;

  @Text({ max: 20 })
  number!: string;

  @Text({ max: 80, nullable: true, description: 'Null of a spare, which is lent by itself' })
  kitName!: string | null;

  @Day()
  toDay!: string;
}

export class TicketPage extends TicketAlike {
  @OneOf(IMPACT_NAMES)
  impact!: Impact;

  @OneOf(URGENCY_NAMES)
  urgency!: Urgency;

  @Id({ nullable: true })
  roomId!: string | null;

  @Id({ nullable: true })
  equipmentId!: string | null;

  @OneOf(EQUIPMENT_STATE_NAMES, { nullable: true })
  equipmentState!: EquipmentState | null;

  @Nested(() => TicketLoan, { nullable: true, description: 'The device is lent: it is where that says' })
  lent!: TicketLoan | null;

  @Text({ max: 2000, nullable: true })
  description!: string | null;

  @Text({ max: 200, nullable: true })
  reporterName!: string | null;

  @Id({ nullable: true })
  assigneeId!: string | null;

  @Flag({ description: 'The reader has it in hand' })
  mine!: boolean;

  @Instant({ nullable: true })
  plannedTo!: string | null;

  @Instant({ nullable: true })
  arrivedAt!: string | null;

  @Id({ nullable: true })
  mergedIntoId!: string | null;

  @Text({ max: 30, nullable: true })
  mergedIntoNumber!: string | null;

  @Nested(() => TicketClockDrawn, { nullable: true, description: 'Null of what nobody judges: cancelled, or merged' })
  clock!: TicketClockDrawn | null;

  @Nested(() => TicketResolution, { nullable: true, description: 'The last one' })
  resolution!: TicketResolution | null;

  @List(() => TicketPhotoAnswer, { most: PHOTOS_PER_TICKET, description: 'In the order in which they were announced' })
  photos!: TicketPhotoAnswer[];

  @Nested(() => TicketCost, { nullable: true })
  cost!: TicketCost | null;

  @Nested(() => TicketOrder, { nullable: true, description: 'The last one that was not given up' })
  order!: TicketOrder | null;

  @List(() => TicketCommentAnswer, { most: LIMITS.shownOfOne, description: 'Read by the school; newest first' })
  comments!: TicketCommentAnswer[];

  @List(() => TicketCommentAnswer, { most: LIMITS.shownOfOne, description: 'Among the metropole’s people' })
  notes!: TicketCommentAnswer[];

  @List(() => TicketHistoryLine, { most: LIMITS.shownOfOne, description: 'Newest first' })
  history!: TicketHistoryLine[];

  @ManyOf(TICKET_ACTIONS, { description: 'What this person can do now' })
  possible!: TicketAction[];
}
